// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.drumline.bench.workload.Faults;
import java.time.Duration;
import java.util.List;

/**
 * What came of a fault.
 *
 * @param messages in the history that survived
 * @param recoverySeconds each time, until each partition had fired what was due when the fault began or Redis was back
 * @param longestGapMs the longest silence of a partition; null where it was not watched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultResult(
        String fault,
        String story,
        long messages,
        @JsonUnwrapped Faults faults,
        List<Double> recoverySeconds,
        Double longestGapMs) {

    static FaultResult of(Fault fault, long messages, Faults faults, List<Duration> recoveries, double gapMs) {
        return new FaultResult(
                fault.title(),
                fault.story(),
                messages,
                faults,
                recoveries.stream().map(each -> each.toMillis() / 1_000.0).toList(),
                gapMs == 0 ? null : gapMs);
    }

    /** Whether what must hold in every case does. */
    boolean isSound() {
        return faults.areNone() && messages > 0;
    }
}
