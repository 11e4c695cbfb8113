// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drumline.bench.workload.Lateness;
import dev.drumline.bench.workload.Occurrences;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one scheduler did.
 *
 * @param scheduler its name
 * @param seconds that were measured
 * @param latenessMs from the due time until the consumer had the message; the time on Redis is a little less
 * @param lost occurrences that never came, though their mark says so; unknown of peers
 * @param outstanding those of a peer that were due and had not come by the end; of ours, see lost
 * @param missed occurrences that Redis counts as let go
 * @param cpu cores that were busy, by program
 * @param rssMiB the most memory of the scheduler, of its largest process
 * @param startSeconds from the start of the program until each partition had fired; with a peer, until the first message
 * @param leaseToFiringSeconds the part of it after the first lease
 * @param split the most that one of the beats fired, over their mean
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BeatsResult(
        String scheduler,
        int entries,
        String period,
        Integer beats,
        double seconds,
        Lateness.Percentiles latenessMs,
        double firesPerSecond,
        long messages,
        Long lost,
        Long outstanding,
        Long duplicated,
        Long early,
        Long unexpected,
        Long missed,
        Map<String, Double> cpu,
        double rssMiB,
        Double redisRssMiB,
        double startSeconds,
        Double leaseToFiringSeconds,
        Double split,
        List<Lateness.Second> timeline) {

    static final String OURS = "drumline";

    static BeatsResult of(
            BeatsRun.Setting setting,
            BeatsRun.StartTimes start,
            BeatsRun.Span span,
            Occurrences occurrences,
            long missed) {
        double seconds = seconds(span.elapsed());
        return new BeatsResult(
                OURS,
                setting.workload().entries(),
                setting.workload().period(),
                setting.beats(),
                seconds,
                occurrences.lateness().percentilesMs(),
                span.messages() / seconds,
                occurrences.messages(),
                occurrences.lost(),
                null,
                occurrences.duplicated(),
                occurrences.early(),
                occurrences.unexpected(),
                missed,
                Map.of(
                        "beats", span.beatCores(),
                        "redis", span.redisCores(),
                        "consumer", span.consumerCores()),
                span.beats().mostRssMiB(),
                span.redis().mostRssMiB(),
                seconds(start.toFiring()),
                seconds(start.toFiring().minus(start.toLease())),
                span.split(),
                occurrences.lateness().seconds());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
