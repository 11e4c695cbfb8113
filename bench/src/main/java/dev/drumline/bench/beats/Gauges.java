// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.RedisServer;
import dev.drumline.bench.process.Usage;
import dev.drumline.bench.workload.StoredWorkload;
import dev.drumline.broker.redis.RedisLink;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;

/** What the programs of a run have used, and what each beat has fired. */
record Gauges(Beats beats, RedisServer redis, RedisLink link) {

    /** @param fired by beat */
    record Reading(Usage beats, Usage redis, Usage consumer, Map<String, Long> fired) {

        BeatsResult.Effort since(Reading before, Duration elapsed) {
            return new BeatsResult.Effort(
                    Map.of(
                            "beats", beats.coresSince(before.beats, elapsed),
                            "redis", redis.coresSince(before.redis, elapsed),
                            "consumer", consumer.coresSince(before.consumer, elapsed)),
                    beats.mostRssMiB(),
                    redis.mostRssMiB(),
                    splitSince(before));
        }

        private double splitSince(Reading before) {
            LongSummaryStatistics each = fired.entrySet().stream()
                    .mapToLong(beat -> beat.getValue() - before.fired.getOrDefault(beat.getKey(), 0L))
                    .summaryStatistics();
            return each.getMax() / each.getAverage();
        }
    }

    Reading read() throws Exception {
        Map<String, Long> fired = new TreeMap<>();
        StoredWorkload.status(link).beats().forEach((name, report) -> fired.put(name, report.fired()));
        return new Reading(beats.usage(), redis.usage(), Usage.ofThisProcess(), fired);
    }
}
