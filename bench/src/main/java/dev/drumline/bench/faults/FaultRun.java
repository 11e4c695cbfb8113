// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.process.RedisServer;
import dev.drumline.bench.process.SentinelGroup;
import dev.drumline.bench.workload.Consumer;
import dev.drumline.bench.workload.Faults;
import dev.drumline.bench.workload.Occurrences;
import dev.drumline.bench.workload.Workload;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Inflicts faults on real beats and a real Redis, and holds every message against its rule. */
final class FaultRun {

    private final Checkout checkout;
    private final Path scratch;
    private final Workload workload;
    private final Extent extent;
    private final PrintWriter progress;

    /**
     * @param rounds how often what can be repeated is repeated
     * @param pause how long a pause lasts
     */
    record Extent(int rounds, Duration pause) {}

    FaultRun(Checkout checkout, Path scratch, Workload workload, Extent extent, PrintWriter progress) {
        this.checkout = checkout;
        this.scratch = scratch;
        this.workload = workload;
        this.extent = extent;
        this.progress = progress;
    }

    FaultResult inflict(Fault fault) throws Exception {
        Path folder = Files.createTempDirectory(scratch, "fault");
        if (fault.needsSentinel()) {
            try (SentinelGroup group = SentinelGroup.start(folder)) {
                return inflict(fault, folder, group.primary(), group.url());
            }
        }
        try (RedisServer redis = RedisServer.start(folder, "--appendonly", fault.isConsumed() ? "no" : "yes")) {
            return inflict(fault, folder, redis, redis.url());
        }
    }

    private FaultResult inflict(Fault fault, Path folder, RedisServer redis, String url) throws Exception {
        try (RedisLink link = RedisLink.open(RedisSettings.of(url), "bench");
                Trial trial = new Trial(checkout, folder, link, url, workload, progress)) {
            if (fault.isConsumed()) {
                try (Consumer consumer = consumer(url, trial)) {
                    return judge(fault, trial, run(fault, trial, redis), consumer);
                }
            }
            List<Duration> recoveries = run(fault, trial, redis);
            return judge(fault, trial, recoveries, consumer(url, trial));
        }
    }

    private static Consumer consumer(String url, Trial trial) {
        return new Consumer(RedisLink.open(RedisSettings.of(url), "consumer"), Workload.QUEUE, trial.reader());
    }

    private List<Duration> run(Fault fault, Trial trial, RedisServer redis) throws Exception {
        for (int beat = 0; beat < fault.beats(); beat++) {
            trial.startBeat(Fault.beatName(beat));
        }
        trial.recovery(Instant.now());
        // Until leases are spread evenly.
        Thread.sleep(Duration.ofSeconds(5));
        List<Duration> recoveries = fault.inflict(new Ground(trial, redis, extent.rounds(), extent.pause()));
        trial.recovery(Instant.now());
        trial.close();
        return recoveries;
    }

    private static FaultResult judge(Fault fault, Trial trial, List<Duration> recoveries, Consumer consumer)
            throws Exception {
        consumer.close();
        Occurrences occurrences = trial.judged();
        return FaultResult.of(
                fault,
                occurrences.messages(),
                Faults.of(occurrences, trial.missed()),
                recoveries,
                trial.gaps().longestMs());
    }
}
