// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.process.Progress;
import dev.drumline.bench.process.RedisServer;
import dev.drumline.bench.workload.Consumer;
import dev.drumline.bench.workload.Faults;
import dev.drumline.bench.workload.Occurrences;
import dev.drumline.bench.workload.Reader;
import dev.drumline.bench.workload.StoredWorkload;
import dev.drumline.bench.workload.Workload;
import dev.drumline.broker.redis.RedisLink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Our beats, as programs of their own, with a Redis and a consumer that checks every message. */
final class BeatsRun {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Checkout checkout;
    private final Path scratch;
    private final PrintWriter progress;

    BeatsRun(Checkout checkout, Path scratch, PrintWriter progress) {
        this.checkout = checkout;
        this.scratch = scratch;
        this.progress = progress;
    }

    BeatsResult measure(Settings settings) throws Exception {
        Workload workload = settings.workload();
        try (RedisServer redis = RedisServer.start(scratch);
                RedisLink link = redis.connect("bench")) {
            StoredWorkload stored = StoredWorkload.write(link, workload, progress);
            Occurrences occurrences = new Occurrences(workload.periodMillis(), stored.partitions());
            try (Consumer consumer = new Consumer(redis.connect("consumer"), Workload.QUEUE, Reader.into(occurrences));
                    Beats beats = Beats.start(settings, checkout, redis, scratch)) {
                BeatsResult.Start start = awaitStart(beats, link, occurrences);
                progress.printf("firing after %.1f s%n", start.startSeconds());
                Thread.sleep(settings.settle());
                Span span = span(settings.duration(), new Gauges(beats, redis, link), occurrences);
                beats.close();
                consumer.close();
                stored.judge(link, occurrences);
                return new BeatsResult(
                        BeatsResult.Setup.ours(settings),
                        occurrences.lateness().percentilesMs(),
                        new BeatsResult.Counts(
                                span.firesPerSecond(),
                                occurrences.messages(),
                                Faults.of(
                                        occurrences, StoredWorkload.status(link).missed()),
                                null),
                        span.effort(),
                        start,
                        occurrences.lateness().seconds());
            }
        }
    }

    private static BeatsResult.Start awaitStart(Beats beats, RedisLink link, Occurrences occurrences) throws Exception {
        Instant end = beats.startTime().plus(LONGEST_START);
        Instant leaseTime = null;
        while (occurrences.allFireMicros() == 0) {
            if (Instant.now().isAfter(end) || !beats.areAlive()) {
                throw new IOException("the beats do not fire: " + beats.output());
            }
            if (leaseTime == null
                    && link.commands()
                                    .hget(StoredWorkload.KEYS.partition(0), "holder")
                                    .get()
                            != null) {
                leaseTime = Instant.now();
            }
            Thread.sleep(5);
        }
        Instant firing = Instant.EPOCH.plus(occurrences.allFireMicros(), ChronoUnit.MICROS);
        return BeatsResult.Start.ours(
                Duration.between(beats.startTime(), leaseTime == null ? firing : leaseTime),
                Duration.between(beats.startTime(), firing));
    }

    /** What happened in the time that is measured. */
    private record Span(double firesPerSecond, BeatsResult.Effort effort) {}

    private Span span(Duration duration, Gauges gauges, Occurrences occurrences) throws Exception {
        Instant from = Instant.now();
        occurrences.measure(from.toEpochMilli(), from.plus(duration).toEpochMilli());
        Gauges.Reading before = gauges.read();
        long messagesBefore = occurrences.messages();
        Progress.sleep(duration, progress, () -> "%,d messages".formatted(occurrences.messages() - messagesBefore));
        Duration elapsed = Duration.between(from, Instant.now());
        long messages = occurrences.messages() - messagesBefore;
        return new Span(messages / BeatsResult.seconds(elapsed), gauges.read().since(before, elapsed));
    }
}
