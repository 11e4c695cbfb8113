// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.drumline.bench.workload.Faults;
import dev.drumline.bench.workload.Lateness;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one scheduler did.
 *
 * @param latenessMs from the due time until the consumer had the message; the time on Redis is a little less
 * @param timeline second by second
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BeatsResult(
        @JsonUnwrapped Setup setup,
        Lateness.Percentiles latenessMs,
        @JsonUnwrapped Counts counts,
        @JsonUnwrapped Effort effort,
        @JsonUnwrapped Start start,
        List<Lateness.Second> timeline) {

    static final String OURS = "drumline";

    /**
     * @param scheduler its name
     * @param beats how many; null of a peer, which has one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Setup(String scheduler, int entries, String period, Integer beats) {

        static Setup ours(Settings settings) {
            return new Setup(
                    OURS, settings.workload().entries(), settings.workload().period(), settings.beats());
        }
    }

    /**
     * @param messages since the start
     * @param faults null of a peer, whose messages do not say when they were due
     * @param outstanding what of a peer was due and had not come by the end; null of ours, which is held against the marks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Counts(
            double firesPerSecond,
            long messages,
            @JsonUnwrapped Faults faults,
            Long outstanding) {}

    /**
     * @param cpu cores that were busy, by program
     * @param rssMiB the most memory of the scheduler, of its largest process
     * @param split the most that one of several beats fired, over their mean; null of a peer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Effort(Map<String, Double> cpu, double rssMiB, double redisRssMiB, Double split) {}

    /**
     * @param startSeconds from the start of the program until each partition had fired; with a peer, until its first message
     * @param leaseToFiringSeconds the part of it after the first lease
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Start(double startSeconds, Double leaseToFiringSeconds) {

        static Start ours(Duration toLease, Duration toFiring) {
            return new Start(seconds(toFiring), seconds(toFiring.minus(toLease)));
        }
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
