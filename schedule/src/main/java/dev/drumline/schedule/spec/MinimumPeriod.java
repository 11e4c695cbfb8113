// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import java.time.Instant;

/**
 * How often a rule may fire at most. Each rule of a schedule is held to it alone, as it stands: two rules together, or a rule
 * behind {@code startTime}, may well have two occurrences that lie closer.
 *
 * <p>Where the rule itself does not say that its occurrences lie far enough apart, the first 1,000 of them are looked at, from
 * {@code startTime} or else the year 2000 on: for all but odd rules more than enough to see every distance that there is.
 *
 * @param text as the user wrote it
 */
public record MinimumPeriod(String text, long millis) {
    private static final long MOST_MILLIS = 86_400_000;
    private static final int OCCURRENCES = 1_000;
    private static final long SINCE = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    /** What every rule keeps to. */
    public static final MinimumPeriod LEAST = parse("100ms");

    /**
     * @param text a GEP-2257 duration of 100 ms to 24 h
     * @throws ScheduleException of field {@code minimumPeriod}
     */
    public static MinimumPeriod parse(String text) {
        long millis = Periods.millis(text);
        if (millis < Periods.MIN_MILLIS || millis > MOST_MILLIS) {
            throw new ScheduleException("minimumPeriod", "must be a duration of 100ms to 24h, such as 1s");
        }
        return new MinimumPeriod(text, millis);
    }

    /**
     * @param spec one that {@link Schedules#parse} accepts
     * @throws ScheduleException naming the first rule that fires more often
     */
    public void check(ScheduleSpec spec, String identity) {
        long from = spec.startTime() == null ? SINCE : Instants.parseMillis("startTime", spec.startTime());
        for (int i = 0; i < spec.rules().size(); i++) {
            Rule rule = spec.rules().get(i);
            Schedule schedule = Schedules.parseRule(rule, spec, identity, spec.path(i));
            long gap = schedule.leastGapMillis() < millis ? shortestGapMillis(schedule, from) : millis;
            if (gap < millis) {
                throw new ScheduleException(
                        spec.path(i) + "." + rule.kind(),
                        "fires again after " + Periods.text(gap) + ", more often than the broker's minimum of " + text);
            }
        }
    }

    private static long shortestGapMillis(Schedule schedule, long from) {
        long shortest = Schedule.NEVER;
        long due = schedule.nextMillis(from - 1);
        for (int i = 1; i < OCCURRENCES && due != Schedule.NEVER; i++) {
            long next = schedule.nextMillis(due);
            shortest = Math.min(shortest, next - due);
            due = next;
        }
        return shortest;
    }
}
