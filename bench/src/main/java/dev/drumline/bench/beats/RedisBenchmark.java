// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.RedisServer;
import dev.drumline.bench.process.Running;
import dev.drumline.bench.workload.Consumer;
import dev.drumline.bench.workload.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code redis-benchmark -t lpush -c 1 -P 64}, with a consumer that takes away what it pushes. */
record RedisBenchmark(RedisServer redis, Path scratch, int messageBytes) {

    private static final String LIST = "mylist";
    private static final int PUSHES = 3_000_000;
    private static final Duration LOOK = Duration.ofMillis(100);

    double pushesPerSecond() throws IOException, InterruptedException {
        List<String> command = List.of(
                "redis-benchmark",
                "-p",
                "" + redis.port(),
                "-t",
                "lpush",
                "-c",
                "1",
                "-P",
                "64",
                "-d",
                "" + messageBytes,
                "-n",
                "" + PUSHES,
                "--csv");
        try (Consumer consumer = new Consumer(redis.connect("consumer"), LIST, Reader.NONE);
                Running benchmark = Running.start("redis-benchmark", scratch, command, Map.of())) {
            while (benchmark.isAlive()) {
                Thread.sleep(LOOK);
            }
            return pushesPerSecond(benchmark.output());
        }
    }

    /** The line is {@code "LPUSH","261096.61",…}. */
    private static double pushesPerSecond(String csv) {
        return csv.lines()
                .filter(line -> line.startsWith("\"LPUSH"))
                .map(line -> line.split("\"")[3])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("redis-benchmark said: " + csv));
    }
}
