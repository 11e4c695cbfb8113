// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.process.Progress;
import dev.drumline.bench.process.RedisServer;
import dev.drumline.bench.process.Running;
import dev.drumline.bench.workload.Consumer;
import dev.drumline.bench.workload.Reader;
import dev.drumline.bench.workload.StoredWorkload;
import dev.drumline.bench.workload.Workload;
import dev.drumline.broker.redis.RedisLink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many occurrences a second one beat can fire into one Redis when many more are due, beside redis-benchmark that
 * pushes messages of the same size onto the same Redis, before and after. A consumer takes the messages away all the time.
 */
final class Saturation {

    private static final Workload WORKLOAD = new Workload(150_000, "100ms");
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final Checkout checkout;
    private final Path scratch;
    private final PrintWriter progress;

    /** @param messageBytes of one message */
    record Result(
            double firesPerSecond, double redisBenchmarkPerSecond, double ratioToRedisBenchmark, int messageBytes) {}

    Saturation(Checkout checkout, Path scratch, PrintWriter progress) {
        this.checkout = checkout;
        this.scratch = scratch;
        this.progress = progress;
    }

    Result measure(List<String> beatOptions) throws Exception {
        try (RedisServer redis = RedisServer.start(scratch);
                RedisLink link = redis.connect("bench")) {
            int bytes = WORKLOAD.messageBytes();
            RedisBenchmark benchmark = new RedisBenchmark(redis, scratch, bytes);
            double before = benchmark.pushesPerSecond();
            progress.printf("redis-benchmark: %,.0f pushes/s%n", before);
            double fires = fires(redis, link, beatOptions);
            double after = benchmark.pushesPerSecond();
            progress.printf("redis-benchmark: %,.0f pushes/s%n", after);
            double pushes = (before + after) / 2;
            return new Result(fires, pushes, fires / pushes, bytes);
        }
    }

    private double fires(RedisServer redis, RedisLink link, List<String> beatOptions) throws Exception {
        StoredWorkload.write(link, WORKLOAD, progress);
        try (Consumer consumer = new Consumer(redis.connect("consumer"), Workload.QUEUE, Reader.NONE);
                Running beat = checkout.startBeat("saturated", redis.url(), scratch, beatOptions)) {
            Thread.sleep(WARM_UP);
            long before = StoredWorkload.status(link).fired();
            Instant from = Instant.now();
            Progress.sleep(MEASURED, progress, () -> "firing as fast as it can");
            long fired = StoredWorkload.status(link).fired() - before;
            if (!beat.isAlive() || fired == 0) {
                throw new IOException("the beat does not fire: " + beat.output());
            }
            return fired / BeatsResult.seconds(Duration.between(from, Instant.now()));
        } finally {
            link.commands().flushall().get();
        }
    }
}
