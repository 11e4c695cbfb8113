// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import java.time.Instant;

/**
 * How often a rule may fire at most. Each rule of a schedule is held to it alone, as it stands: two rules together, or a rule
 * behind {@code startTime}, may well have two occurrences that lie closer.
 *
 * <p>A period is compared as such. Of the other kinds the first 1,000 occurrences are looked at, from {@code startTime} or else
 * the year 2000 on: for all but odd rules more than enough to see every distance that there is.
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
        for (int i = 0; i < spec.rules().size(); i++) {
            Rule rule = spec.rules().get(i);
            long gap = leastPossibleMillis(rule) >= millis ? millis : shortestGapMillis(spec, i, identity);
            if (gap < millis) {
                throw new ScheduleException(
                        spec.path(i) + "." + rule.kind(),
                        "fires again after " + Periods.text(gap) + ", more often than the broker's minimum of " + text);
            }
        }
    }

    /** What follows from the kind alone, so that with a small minimum only periods need a closer look. */
    private static long leastPossibleMillis(Rule rule) {
        return switch (rule) {
            case Rule.Every _ -> Periods.MIN_MILLIS;
            case Rule.Rrule _ -> 1_000;
            case Rule.Cron _, Rule.Crontab _ -> 60_000;
            // The sun passes a height once a day, give or take minutes; one instant has no other to be close to.
            case Rule.Solar _, Rule.At _ -> MOST_MILLIS;
        };
    }

    private static long shortestGapMillis(ScheduleSpec spec, int index, String identity) {
        Rule rule = spec.rules().get(index);
        if (rule instanceof Rule.Every every) {
            return Periods.parseMillis("every", every.period());
        }
        long from = spec.startTime() == null ? SINCE : Instants.parseMillis("startTime", spec.startTime());
        Schedule schedule = Schedules.parseRule(rule, spec, identity, spec.path(index));
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
