// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker;

import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis of a test class's own, on a free port of loopback, emptied before each test. It can be killed and started
 * again; with {@code --appendonly yes} among its arguments it then has what it had.
 */
public final class RedisForTests implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final Path INSTALLED = Path.of("/usr/bin/redis-server");

    private final Optional<Path> program;
    private final List<String> arguments;
    private int classesUnderWay;
    private Path folder;
    private int port;
    private Process server;
    private RedisLink link;

    /** @param arguments further ones of redis-server, such as {@code --appendonly}, {@code yes} */
    public RedisForTests(String... arguments) {
        this(Optional.empty(), arguments);
    }

    private RedisForTests(Optional<Path> program, String... arguments) {
        this.program = program;
        this.arguments = List.of(arguments);
    }

    /** The one that this machine has installed instead of the one that the tests bring. */
    public static RedisForTests installed(String... arguments) {
        return new RedisForTests(Optional.of(INSTALLED), arguments);
    }

    public static boolean isInstalled() {
        return Files.isExecutable(INSTALLED);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        // A class within the class shares its Redis.
        if (classesUnderWay++ == 0) {
            folder = Files.createTempDirectory("drumline-redis");
            port = freePort();
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        link().commands().flushall().get(5, TimeUnit.SECONDS);
        link().commands().scriptFlush().get(5, TimeUnit.SECONDS);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (--classesUnderWay > 0) {
            return;
        }
        if (link != null) {
            link.close();
        }
        kill();
        deleteFolder();
    }

    public String url() {
        return "redis://127.0.0.1:" + port + "/0";
    }

    /** A connection that the tests of a class share. */
    public RedisLink link() {
        if (link == null) {
            link = connect();
        }
        return link;
    }

    /** A further connection; the caller closes it. */
    public RedisLink connect() {
        return RedisLink.open(RedisSettings.of(url()), "test");
    }

    /** Starts the server and waits until it answers. */
    public void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program().toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                ""));
        command.addAll(arguments);
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        awaitPort();
        awaitLink();
    }

    private Path program() throws IOException {
        return program.isPresent()
                ? program.get()
                : ExecutableProvider.newJarResourceProvider(folder.toFile())
                        .get()
                        .toPath();
    }

    /** Ends the server at once, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    private void awaitPort() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException refused) {
                if (!server.isAlive()) {
                    throw new IOException(Files.readString(folder.resolve("redis.log")), refused);
                }
                TimeUnit.MILLISECONDS.sleep(25);
            }
        }
        throw new IOException("redis-server does not answer on port " + port);
    }

    private void awaitLink() throws InterruptedException {
        for (int attempt = 0; link != null && !link.isOpen() && attempt < 200; attempt++) {
            TimeUnit.MILLISECONDS.sleep(25);
        }
    }

    private void deleteFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
