// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

/**
 * What went wrong with a workload.
 *
 * @param lost occurrences that are done by their mark, and have no message
 * @param early messages that came before they were due
 * @param unexpected messages that no rule asks for, or that their mark does not cover
 * @param missed occurrences that Redis counts as let go
 */
public record Faults(long lost, long duplicated, long early, long unexpected, long missed) {

    public static Faults of(Occurrences occurrences, long missed) {
        return new Faults(
                occurrences.lost(), occurrences.duplicated(), occurrences.early(), occurrences.unexpected(), missed);
    }

    /** Whether there are none; JSON does not need it. */
    public boolean areNone() {
        return equals(new Faults(0, 0, 0, 0, 0));
    }
}
