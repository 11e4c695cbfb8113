// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drumline.bench.workload.Occurrences;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What came of a fault.
 *
 * @param lost occurrences that are done by their mark and have no message in the history that survived
 * @param unexpected messages that no rule asks for, or that their mark does not cover
 * @param missed occurrences that Redis counts as let go
 * @param recoverySeconds each time, until each partition had fired what was due when the fault began or Redis was back
 * @param longestGapMs the longest silence of a partition; null where it was not watched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultResult(
        String fault,
        String story,
        long messages,
        long lost,
        long duplicated,
        long early,
        long unexpected,
        long missed,
        List<Double> recoverySeconds,
        Double longestGapMs) {

    static FaultResult of(Fault fault, Occurrences occurrences, long missed, List<Duration> recoveries, double gapMs) {
        return new FaultResult(
                title(fault),
                fault.story(),
                occurrences.messages(),
                occurrences.lost(),
                occurrences.duplicated(),
                occurrences.early(),
                occurrences.unexpected(),
                missed,
                recoveries.stream().map(each -> each.toMillis() / 1_000.0).toList(),
                gapMs == 0 ? null : gapMs);
    }

    static String title(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether what must hold in every case does. */
    boolean isSound() {
        return lost == 0 && duplicated == 0 && early == 0 && unexpected == 0 && missed == 0 && messages > 0;
    }
}
