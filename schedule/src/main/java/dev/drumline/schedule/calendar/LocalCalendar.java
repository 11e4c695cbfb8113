// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;

/** The days and the times of day that a cron or crontab expression names: each time on each day. */
public record LocalCalendar(Days days, TimesOfDay times) implements LocalRule {

    /** @throws ScheduleException when no day ever matches */
    static LocalCalendar possible(Days days, TimesOfDay times, Dialect dialect) {
        days.whyNever().ifPresent(reason -> {
            throw dialect.neverHappens(reason);
        });
        return new LocalCalendar(days, times);
    }

    @Override
    public long nextAtOrAfter(long localSecond) {
        long minute = Math.ceilDiv(localSecond, 60L);
        long today = day(minute);
        int minuteOfDay = minuteOfDay(minute);
        long day = days.nextAtOrAfter(today);
        int time = day == today ? times.nextAtOrAfter(minuteOfDay) : times.first();
        if (time < 0) {
            day = days.nextAtOrAfter(today + 1);
            time = times.first();
        }
        return day == Schedule.NEVER ? Schedule.NEVER : localSecond(day, time);
    }

    @Override
    public long previousAtOrBefore(long localSecond) {
        long minute = Math.floorDiv(localSecond, 60L);
        long today = day(minute);
        int minuteOfDay = minuteOfDay(minute);
        long day = days.previousAtOrBefore(today);
        int time = day == today ? times.previousAtOrBefore(minuteOfDay) : times.last();
        if (time < 0) {
            day = days.previousAtOrBefore(today - 1);
            time = times.last();
        }
        return day == Schedule.NEVER_BEFORE ? Schedule.NEVER_BEFORE : localSecond(day, time);
    }

    @Override
    public long count(long fromLocalSecond, long untilLocalSecond) {
        if (fromLocalSecond >= untilLocalSecond) {
            return 0;
        }
        long from = Math.ceilDiv(fromLocalSecond, 60L);
        long until = Math.ceilDiv(untilLocalSecond, 60L);
        long wholeDays = days.count(day(from), day(until));
        return wholeDays * times.countBefore(TimesOfDay.MINUTES_A_DAY) + onItsDayBefore(until) - onItsDayBefore(from);
    }

    @Override
    public boolean everyHour() {
        return times.everyHour();
    }

    @Override
    public int leastGapSeconds() {
        return 60;
    }

    private int onItsDayBefore(long minute) {
        return days.count(day(minute), day(minute) + 1) == 0 ? 0 : times.countBefore(minuteOfDay(minute));
    }

    private static long day(long minute) {
        return Math.floorDiv(minute, (long) TimesOfDay.MINUTES_A_DAY);
    }

    private static int minuteOfDay(long minute) {
        return Math.floorMod(minute, TimesOfDay.MINUTES_A_DAY);
    }

    private static long localSecond(long day, int minuteOfDay) {
        return (day * TimesOfDay.MINUTES_A_DAY + minuteOfDay) * 60;
    }
}
