// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.calendar.LocalRule;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Makes of the parts of a rule, and of DTSTART what they leave open, the local times that it is due at. */
final class LocalRules {
    private final RuleText rule;
    private final Frequency frequency;
    private final LocalDateTime start;

    /** @param start DTSTART in local time, whole seconds */
    LocalRules(RuleText rule, LocalDateTime start) {
        this.rule = rule;
        this.frequency = rule.frequency();
        this.start = start;
    }

    LocalRule build() {
        long first = start.toEpochSecond(ZoneOffset.UTC);
        return new FromStart(frequency.isWithinADay() ? withinDays(first) : ofDays(), first, leastGapSeconds());
    }

    /** Whether the day that it is due follows from DTSTART alone. */
    static boolean takesItsDayFromStart(RuleText rule) {
        return switch (rule.frequency()) {
            case WEEKLY -> !rule.has(Part.BYDAY);
            case MONTHLY -> !rule.hasAny(Part.BYMONTHDAY, Part.BYDAY);
            case YEARLY -> !rule.hasAny(Part.BYMONTHDAY, Part.BYYEARDAY, Part.BYDAY, Part.BYEASTER);
            default -> false;
        };
    }

    private LocalRule ofDays() {
        ClockTimes times = new ClockTimes(
                rule.bits(Part.BYHOUR, 1L << start.getHour()),
                rule.bits(Part.BYMINUTE, 1L << start.getMinute()),
                seconds(secondOfStart()));
        Cycle cycle = Cycle.from(
                start.toLocalDate().toEpochDay(), frequency, rule.weekStart(), rule.number(Part.INTERVAL, 1));
        if (rule.has(Part.BYSETPOS) && frequency != Frequency.DAILY) {
            return new PositionRule(days(), cycle, times, rule.numbers(Part.BYSETPOS));
        }
        return new SlotRule(new DaySlots(days(), cycle), chosen(times), times.hours() == ClockTimes.ALL_HOURS);
    }

    private LocalRule withinDays(long first) {
        ClockTimes named = new ClockTimes(
                rule.bits(Part.BYHOUR, ClockTimes.ALL_HOURS),
                rule.bits(
                        Part.BYMINUTE, frequency == Frequency.HOURLY ? 1L << start.getMinute() : ClockTimes.ALL_SIXTY),
                seconds(secondOfStart()));
        ClockTimes inSlot = new ClockTimes(
                ClockTimes.ZERO,
                frequency == Frequency.HOURLY ? named.minutes() : ClockTimes.ZERO,
                frequency == Frequency.SECONDLY ? ClockTimes.ZERO : named.seconds());
        ClockTimes slotTimes = new ClockTimes(
                named.hours(),
                frequency == Frequency.HOURLY ? ClockTimes.ALL_SIXTY : named.minutes(),
                frequency == Frequency.SECONDLY ? named.seconds() : ClockTimes.ALL_SIXTY);
        int length = frequency.slotSeconds();
        Slots slots = new ClockSlots(
                days(),
                slotTimes,
                length,
                (long) rule.number(Part.INTERVAL, 1) * length,
                first - Math.floorMod(first, length));
        return new SlotRule(slots, chosen(inSlot), named.hours() == ClockTimes.ALL_HOURS);
    }

    /** Second 0 is one of them in any case: what a clock change skips is due at a whole minute. */
    private int leastGapSeconds() {
        long left = seconds(secondOfStart()) | 1;
        int least = 60 - (63 - Long.numberOfLeadingZeros(left));
        while (Long.bitCount(left) > 1) {
            int second = Long.numberOfTrailingZeros(left);
            left &= left - 1;
            least = Math.min(least, Long.numberOfTrailingZeros(left) - second);
        }
        return least;
    }

    private long secondOfStart() {
        return frequency == Frequency.SECONDLY ? ClockTimes.ALL_SIXTY : 1L << start.getSecond();
    }

    private Offsets chosen(ClockTimes times) {
        if (!rule.has(Part.BYSETPOS)) {
            return times;
        }
        Offsets chosen = ChosenTimes.of(times, rule.numbers(Part.BYSETPOS));
        if (chosen.size() == 0) {
            throw RuleText.refused(
                    "never happens: BYSETPOS chooses none of the " + times.size() + " times in a period");
        }
        return chosen;
    }

    /** RFC 5545 §3.3.12: who knows no leap seconds takes second 60 for 59. */
    private long seconds(long otherwise) {
        long bits = rule.bits(Part.BYSECOND, otherwise);
        return (bits | bits >>> 60 << 59) & ClockTimes.ALL_SIXTY;
    }

    private DayFilter days() {
        List<DayPart> parts = new ArrayList<>();
        if (rule.has(Part.BYMONTH)) {
            parts.add(new Months(rule.bits(Part.BYMONTH, 0)));
        }
        if (rule.has(Part.BYMONTHDAY)) {
            parts.add(MonthDays.of(rule.numbers(Part.BYMONTHDAY)));
        }
        if (rule.has(Part.BYYEARDAY)) {
            parts.add(new YearDays(rule.numbers(Part.BYYEARDAY)));
        }
        if (rule.has(Part.BYWEEKNO)) {
            parts.add(WeekNumbers.of(rule.numbers(Part.BYWEEKNO), rule.weekStart()));
        }
        if (rule.has(Part.BYEASTER)) {
            parts.add(new EasterDays(rule.numbers(Part.BYEASTER)));
        }
        if (rule.has(Part.BYDAY)) {
            boolean inMonth = frequency == Frequency.MONTHLY || rule.has(Part.BYMONTH);
            parts.add(new Weekdays(rule.weekdays(), inMonth));
        }
        if (takesItsDayFromStart(rule)) {
            addDayOfStart(parts);
        }
        return new DayFilter(parts);
    }

    private void addDayOfStart(List<DayPart> parts) {
        if (frequency == Frequency.WEEKLY || rule.has(Part.BYWEEKNO)) {
            Weekday day = Weekday.of(start.toLocalDate().toEpochDay());
            parts.add(new Weekdays(List.of(new Weekdays.Numbered(0, day)), true));
            return;
        }
        if (frequency == Frequency.YEARLY && !rule.has(Part.BYMONTH)) {
            parts.add(new Months(1L << start.getMonthValue()));
        }
        parts.add(MonthDays.of(new int[] {start.getDayOfMonth()}));
    }
}
