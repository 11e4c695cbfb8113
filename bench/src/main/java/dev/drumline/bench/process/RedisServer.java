// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.process;

import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A Redis of the bench's own on loopback. */
public final class RedisServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(10);

    private final Path folder;
    private final int port;
    private final List<String> options;
    private Running process;

    private RedisServer(Path folder, int port, List<String> options) throws IOException {
        this.folder = folder;
        this.port = port;
        this.options = options;
        this.process = launch();
    }

    /**
     * Without persistence, unless the options say otherwise.
     *
     * @throws IOException with a sentence for the user when none can be started
     */
    public static RedisServer start(Path folder, String... options) throws IOException, InterruptedException {
        RedisServer server = new RedisServer(folder, freePort(), List.of(options));
        server.awaitAnswer();
        return server;
    }

    private Running launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--dir", folder.toString()));
        command.addAll(options);
        try {
            return Running.start("redis-" + port, folder, command, Map.of());
        } catch (IOException e) {
            throw new IOException(
                    "no redis-server on PATH; install one, such as with: apt-get install redis-server", e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    public void pause() throws IOException, InterruptedException {
        process.pause();
    }

    public void resume() throws IOException, InterruptedException {
        process.resume();
    }

    /** Starts it again, on its port and with its files; returns when it answers. */
    public void restart() throws IOException, InterruptedException {
        process = launch();
        awaitAnswer();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START);
        while (true) {
            try (RedisLink link = connect("bench")) {
                link.commands().ping().get();
                return;
            } catch (RedisException | ExecutionException notYet) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IOException("redis-server did not start: " + process.output(), notYet);
                }
                Thread.sleep(20);
            }
        }
    }

    public RedisLink connect(String clientName) {
        return RedisLink.open(RedisSettings.of(url()), clientName);
    }

    public String url() {
        return "redis://127.0.0.1:" + port + "/0";
    }

    public int port() {
        return port;
    }

    public Usage usage() {
        return process.usage();
    }

    @Override
    public void close() {
        process.close();
    }
}
