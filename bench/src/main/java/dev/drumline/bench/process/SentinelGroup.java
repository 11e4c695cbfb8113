// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.process;

import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A primary, a replica and three Sentinels on loopback. */
public final class SentinelGroup implements AutoCloseable {

    private static final String MASTER = "main";
    private static final int SENTINELS = 3;
    private static final int QUORUM = 2;
    private static final Duration DOWN_AFTER = Duration.ofSeconds(3);
    private static final Duration START = Duration.ofSeconds(30);
    private static final String[] PERSISTENCE = {"--appendonly", "yes", "--repl-diskless-sync-delay", "0"};

    private final RedisServer primary;
    private final RedisServer replica;
    private final List<Running> sentinels = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private SentinelGroup(RedisServer primary, RedisServer replica) {
        this.primary = primary;
        this.replica = replica;
    }

    /** Returns when every Sentinel knows the replica and the others. */
    public static SentinelGroup start(Path folder) throws IOException, InterruptedException {
        RedisServer primary = RedisServer.start(Files.createDirectory(folder.resolve("primary")), PERSISTENCE);
        RedisServer replica = RedisServer.start(Files.createDirectory(folder.resolve("replica")), replicaOf(primary));
        SentinelGroup group = new SentinelGroup(primary, replica);
        for (int number = 0; number < SENTINELS; number++) {
            group.startSentinel(Files.createDirectory(folder.resolve("sentinel-" + number)));
        }
        group.awaitAgreement();
        return group;
    }

    private static String[] replicaOf(RedisServer primary) {
        return new String[] {"--appendonly", "yes", "--replicaof", "127.0.0.1 " + primary.port()};
    }

    private void startSentinel(Path folder) throws IOException {
        int port = RedisServer.freePort();
        Path configuration = folder.resolve("sentinel.conf");
        Files.write(
                configuration,
                List.of(
                        "port " + port,
                        "bind 127.0.0.1",
                        "dir " + folder,
                        "sentinel monitor %s 127.0.0.1 %d %d".formatted(MASTER, primary.port(), QUORUM),
                        "sentinel down-after-milliseconds %s %d".formatted(MASTER, DOWN_AFTER.toMillis()),
                        "sentinel failover-timeout %s 10000".formatted(MASTER)));
        sentinels.add(Running.start(
                "sentinel", folder, List.of("redis-server", configuration.toString(), "--sentinel"), Map.of()));
        ports.add(port);
    }

    private void awaitAgreement() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START);
        for (int port : ports) {
            while (!agrees(port)) {
                if (Instant.now().isAfter(end)) {
                    throw new IOException("the Sentinels did not find one another: "
                            + sentinels.getFirst().output());
                }
                Thread.sleep(100);
            }
        }
    }

    /** The line in INFO is {@code master0:name=main,status=ok,address=…,slaves=1,sentinels=3}. */
    private static boolean agrees(int port) {
        RedisSettings sentinel = RedisSettings.of("redis://127.0.0.1:" + port);
        try (RedisLink link = RedisLink.open(sentinel, "bench")) {
            String info = link.commands().info("sentinel").toCompletableFuture().join();
            return info.contains("status=ok") && info.contains("slaves=1,sentinels=" + SENTINELS);
        } catch (RedisException notYet) {
            return false;
        }
    }

    /** For whoever follows the primary wherever it is. */
    public String url() {
        return ports.stream()
                .map(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(",", "redis-sentinel://", "/0#" + MASTER));
    }

    public RedisServer primary() {
        return primary;
    }

    /** The one that takes over. */
    public RedisServer replica() {
        return replica;
    }

    @Override
    public void close() {
        sentinels.forEach(Running::close);
        replica.close();
        primary.close();
    }
}
