// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.util.Objects;

/**
 * A schedule as the user wrote it: the rule and what bounds it. All but the rule may be null.
 *
 * @param timeZone an IANA name; null means UTC; only calendar rules look at it
 * @param startTime RFC 3339; no occurrence is due before it
 * @param endTime RFC 3339; no occurrence is due after it
 * @param spreadSeconds a stable shift by hash in [0, spreadSeconds)
 * @param maxRuns the number of occurrences after which the schedule ends
 */
public record ScheduleSpec(
        Rule rule, String timeZone, String startTime, String endTime, Integer spreadSeconds, Integer maxRuns) {

    public ScheduleSpec {
        Objects.requireNonNull(rule);
    }

    public static ScheduleSpec of(Rule rule) {
        return new ScheduleSpec(rule, null, null, null, null, null);
    }

    public ScheduleSpec in(String timeZone) {
        return new ScheduleSpec(rule, timeZone, startTime, endTime, spreadSeconds, maxRuns);
    }

    public ScheduleSpec between(String startTime, String endTime) {
        return new ScheduleSpec(rule, timeZone, startTime, endTime, spreadSeconds, maxRuns);
    }

    public ScheduleSpec spreadOver(int spreadSeconds) {
        return new ScheduleSpec(rule, timeZone, startTime, endTime, spreadSeconds, maxRuns);
    }
}
