// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.Times;
import java.util.List;
import java.util.stream.LongStream;

/** The days that match all parts of a rule, found a month at a time. */
record DayFilter(List<DayPart> parts) {

    boolean isEveryDay() {
        return parts.isEmpty();
    }

    /** The first such day at or after an epoch day; {@link Schedule#NEVER} past the year 9999. */
    long nextAtOrAfter(long epochDay) {
        Month month = Month.of(epochDay);
        long wanted = -1L << epochDay - month.firstDay() + 1;
        while (month.year() <= Times.MAX_YEAR) {
            long days = daysIn(month) & wanted;
            if (days != 0) {
                return month.firstDay() + Long.numberOfTrailingZeros(days) - 1;
            }
            month = month.next();
            wanted = -1;
        }
        return Schedule.NEVER;
    }

    /** The last such day at or before an epoch day; {@link Schedule#NEVER_BEFORE} before the year 0. */
    long previousAtOrBefore(long epochDay) {
        Month month = Month.of(epochDay);
        long wanted = (1L << epochDay - month.firstDay() + 2) - 1;
        while (month.year() >= 0) {
            long days = daysIn(month) & wanted;
            if (days != 0) {
                return month.firstDay() + 62 - Long.numberOfLeadingZeros(days);
            }
            month = month.previous();
            wanted = -1;
        }
        return Schedule.NEVER_BEFORE;
    }

    /** Such days at or after the first epoch day and before the second, in order. */
    LongStream between(long fromEpochDay, long untilEpochDay) {
        long from = nextAtOrAfter(fromEpochDay);
        return LongStream.iterate(from, day -> day < untilEpochDay, day -> nextAtOrAfter(day + 1));
    }

    /** How many such days are at or after the first epoch day and before the second. */
    long count(long fromEpochDay, long untilEpochDay) {
        if (parts.isEmpty()) {
            return Math.max(0, untilEpochDay - fromEpochDay);
        }
        long count = 0;
        long from = fromEpochDay;
        for (Month month = Month.of(from); from < untilEpochDay; month = month.next()) {
            long end = Math.min(untilEpochDay, month.firstDay() + month.length());
            long wanted = -1L << from - month.firstDay() + 1 & (1L << end - month.firstDay() + 1) - 1;
            count += Long.bitCount(daysIn(month) & wanted);
            from = end;
        }
        return count;
    }

    private long daysIn(Month month) {
        long days = (1L << month.length() + 1) - 2;
        for (DayPart part : parts) {
            days &= part.daysIn(month);
            if (days == 0) {
                return 0;
            }
        }
        return days;
    }
}
