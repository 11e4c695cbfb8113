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
import java.util.List;
import java.util.Map;

/** A Redis of the bench's own on loopback, without persistence. */
public final class RedisServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(10);

    private final Running process;
    private final int port;

    private RedisServer(Running process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @throws IOException with a sentence for the user when none can be started */
    public static RedisServer start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command =
                List.of("redis-server", "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
        RedisServer server = new RedisServer(start(folder, command), port);
        server.awaitAnswer();
        return server;
    }

    private static Running start(Path folder, List<String> command) throws IOException {
        try {
            return Running.start("redis", folder, command, Map.of());
        } catch (IOException e) {
            throw new IOException(
                    "no redis-server on PATH; install one, such as with: apt-get install redis-server", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START);
        while (true) {
            try (RedisLink link = connect("bench")) {
                return;
            } catch (RedisException notYet) {
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
