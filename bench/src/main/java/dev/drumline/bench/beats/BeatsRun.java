// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.process.Progress;
import dev.drumline.bench.process.RedisServer;
import dev.drumline.bench.process.Running;
import dev.drumline.bench.process.Usage;
import dev.drumline.bench.workload.Consumer;
import dev.drumline.bench.workload.Occurrences;
import dev.drumline.bench.workload.Reader;
import dev.drumline.bench.workload.StoredWorkload;
import dev.drumline.bench.workload.Workload;
import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.status.StatusReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;

/** Our beats, as programs of their own, with a Redis and a consumer that checks every message. */
final class BeatsRun {

    static final int PARTITIONS = 64;
    private static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Checkout checkout;
    private final Path scratch;
    private final PrintWriter progress;

    /**
     * @param beats how many
     * @param options of their JVMs
     * @param settle between the start and what is measured
     */
    record Setting(Workload workload, int beats, List<String> options, Duration settle, Duration duration) {}

    BeatsRun(Checkout checkout, Path scratch, PrintWriter progress) {
        this.checkout = checkout;
        this.scratch = scratch;
        this.progress = progress;
    }

    BeatsResult measure(Setting setting) throws Exception {
        Workload workload = setting.workload();
        try (RedisServer redis = RedisServer.start(scratch);
                RedisLink link = redis.connect("bench")) {
            StoredWorkload stored = StoredWorkload.write(link, KEYS, PARTITIONS, workload, progress);
            Occurrences occurrences = new Occurrences(workload.periodMillis(), stored.partitions());
            try (Consumer consumer = new Consumer(redis.connect("consumer"), Workload.QUEUE, Reader.into(occurrences));
                    Beats beats = start(redis, setting)) {
                StartTimes start = awaitStart(beats, link, occurrences);
                progress.printf("firing after %.1f s%n", start.toFiring().toMillis() / 1_000.0);
                Thread.sleep(setting.settle());
                Span span = span(setting.duration(), beats, redis, link, occurrences);
                beats.close();
                consumer.close();
                stored.judge(link, occurrences);
                return BeatsResult.of(setting, start, span, occurrences, stored.missed(link));
            }
        }
    }

    private Beats start(RedisServer redis, Setting setting) throws IOException {
        List<Running> started = new ArrayList<>();
        for (int beat = 0; beat < setting.beats(); beat++) {
            started.add(checkout.startBeat("beat-" + beat, redis.url(), scratch, PARTITIONS, setting.options()));
        }
        return new Beats(Instant.now(), started);
    }

    record Beats(Instant startTime, List<Running> programs) implements AutoCloseable {

        Usage usage() {
            return programs.stream().map(Running::usage).reduce(Usage.NONE, Usage::and);
        }

        @Override
        public void close() {
            programs.forEach(Running::close);
        }
    }

    /** @param toLease from the start of the programs to the first lease; toFiring until each partition had fired */
    record StartTimes(Duration toLease, Duration toFiring) {}

    private StartTimes awaitStart(Beats beats, RedisLink link, Occurrences occurrences) throws Exception {
        Instant end = beats.startTime().plus(LONGEST_START);
        Instant leaseTime = null;
        while (occurrences.allFireMicros() == 0) {
            if (Instant.now().isAfter(end) || !beats.programs().stream().allMatch(Running::isAlive)) {
                throw new IOException(
                        "the beats do not fire: " + beats.programs().getFirst().output());
            }
            if (leaseTime == null
                    && link.commands().hget(KEYS.partition(0), "holder").get() != null) {
                leaseTime = Instant.now();
            }
            Thread.sleep(5);
        }
        Instant firing = Instant.EPOCH.plus(occurrences.allFireMicros(), ChronoUnit.MICROS);
        return new StartTimes(
                Duration.between(beats.startTime(), leaseTime == null ? firing : leaseTime),
                Duration.between(beats.startTime(), firing));
    }

    /** What happened in the time that is measured. */
    record Span(
            Duration elapsed,
            long messages,
            double beatCores,
            double redisCores,
            double consumerCores,
            Usage beats,
            Usage redis,
            double split) {}

    private Span span(Duration duration, Beats beats, RedisServer redis, RedisLink link, Occurrences occurrences)
            throws Exception {
        Instant from = Instant.now();
        occurrences.measure(from.toEpochMilli(), from.plus(duration).toEpochMilli());
        Usage beatsBefore = beats.usage();
        Usage redisBefore = redis.usage();
        Usage consumerBefore = Usage.ofThisProcess();
        Map<String, Long> firedBefore = fired(link);
        long before = occurrences.messages();
        Progress.sleep(duration, progress, () -> "%,d messages".formatted(occurrences.messages() - before));
        Duration elapsed = Duration.between(from, Instant.now());
        long messages = occurrences.messages() - before;
        Usage beatsAfter = beats.usage();
        Usage redisAfter = redis.usage();
        return new Span(
                elapsed,
                messages,
                beatsAfter.coresSince(beatsBefore, elapsed),
                redisAfter.coresSince(redisBefore, elapsed),
                Usage.ofThisProcess().coresSince(consumerBefore, elapsed),
                beatsAfter,
                redisAfter,
                split(firedBefore, fired(link)));
    }

    private static Map<String, Long> fired(RedisLink link) throws Exception {
        Map<String, Long> fired = new TreeMap<>();
        new StatusReader(link, KEYS, PARTITIONS)
                .read()
                .toCompletableFuture()
                .get()
                .beats()
                .forEach((name, report) -> fired.put(name, report.fired()));
        return fired;
    }

    /** The most that one of the beats fired, over their mean. */
    private static double split(Map<String, Long> before, Map<String, Long> after) {
        LongSummaryStatistics each = after.entrySet().stream()
                .mapToLong(beat -> beat.getValue() - before.getOrDefault(beat.getKey(), 0L))
                .summaryStatistics();
        return each.getMax() / each.getAverage();
    }
}
