// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.Bounded;
import dev.drumline.schedule.Nth;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.Times;
import dev.drumline.schedule.calendar.LocalRule;
import dev.drumline.schedule.calendar.Zoned;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.OptionalLong;

/**
 * Reads a recurrence rule of RFC 5545 §3.3.10, and dateutil's BYEASTER besides. Local times only; what becomes of them when the clocks
 * change is the policy of {@link Zoned}. DTSTART is not an occurrence unless it matches, as in dateutil.
 *
 * <p>A period (year, month, week, day) is that of the calendar. The days that match are the meet of what each part says; on them lie
 * the times; BYSETPOS chooses among these. Since all of it is counted from the calendar and from DTSTART, nothing is iterated from DTSTART on.
 */
public final class Rrule {
    private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

    private Rrule() {}

    /**
     * @param text the value of RRULE, with or without {@code RRULE:} before it
     * @param startMillis DTSTART, rounded down to a second; without one it is 1970-01-01T00:00:00 local time
     * @throws ScheduleException of field {@code rrule}
     */
    public static Schedule parse(String text, OptionalLong startMillis, ZoneRules zone) {
        RuleText rule = RuleText.split(text);
        Combinations.check(rule);
        if (startMillis.isEmpty()) {
            checkWithoutStart(rule);
        }
        LocalDateTime start = startMillis.isPresent() ? local(startMillis.getAsLong(), zone) : EPOCH;
        LocalRule times = new LocalRules(rule, start).build();
        if (times.nextAtOrAfter(Long.MIN_VALUE) == Schedule.NEVER) {
            throw RuleText.refused("never happens: no time up to the year 9999 matches all its parts");
        }
        return bounded(new Zoned(times, zone), rule, startMillis, zone);
    }

    private static void checkWithoutStart(RuleText rule) {
        if (rule.has(Part.COUNT)) {
            throw RuleText.refused("COUNT: counts from spec.startTime; set it, or use spec.maxRuns instead");
        }
        if (LocalRules.takesItsDayFromStart(rule)) {
            throw RuleText.refused("FREQ=" + rule.frequency()
                    + ": nothing names the day, so it is that of spec.startTime;" + " set it, or add "
                    + (rule.frequency() == Frequency.WEEKLY ? "BYDAY" : "BYMONTHDAY or BYDAY"));
        }
    }

    private static Schedule bounded(Zoned schedule, RuleText rule, OptionalLong startMillis, ZoneRules zone) {
        long start = startMillis.orElse(Times.MIN_MILLIS);
        if (rule.has(Part.COUNT)) {
            return new Bounded(schedule, start, Nth.after(start - 1, rule.number(Part.COUNT, 0), schedule));
        }
        if (!rule.has(Part.UNTIL)) {
            return schedule;
        }
        Bounded bounded = new Bounded(schedule, start, Until.epochSecond(rule.text(Part.UNTIL), zone) * 1000);
        if (bounded.nextMillis(start - 1) == Schedule.NEVER) {
            throw RuleText.refused("never happens: UNTIL is before the first time that matches");
        }
        return bounded;
    }

    private static LocalDateTime local(long millis, ZoneRules zone) {
        long second = Math.floorDiv(millis, 1000L);
        return LocalDateTime.ofEpochSecond(second, 0, zone.getOffset(Instant.ofEpochSecond(second)));
    }
}
