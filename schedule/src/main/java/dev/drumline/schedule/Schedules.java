// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** Reads what the user wrote into the function that yields its occurrences. */
public final class Schedules {
    private Schedules() {}

    /**
     * @param identity the entry id, such as {@code namespace/name}: phase and spread are hashes of it
     * @throws NotYetSupportedException for a kind or field of a later version
     * @throws ScheduleException for a rule that is malformed or can never fire
     */
    public static Schedule parse(ScheduleSpec spec, String identity) {
        if (spec.maxRuns() != null) {
            throw new NotYetSupportedException("maxRuns");
        }
        return switch (spec.rule()) {
            case Rule.Every every -> FixedPeriod.parse(every, identity);
            default ->
                throw new NotYetSupportedException("schedule." + spec.rule().kind());
        };
    }
}
