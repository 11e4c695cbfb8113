// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.Times;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The days of a calendar rule, found a month at a time: one mask holds the days of a month that match, and the lowest bit of what
 * is left of it is the answer.
 *
 * @param months bit m for month m, 1 to 12
 * @param daysOfMonth bit d for day d, 1 to 31
 * @param daysOfWeek bit w for weekday w, 0 (Sunday) to 6
 * @param either whether one of the two day fields is enough, else both must match
 */
public record Days(long months, long daysOfMonth, long daysOfWeek, boolean either) {
    private static final long DAYS_IN_400_YEARS = 146_097;
    private static final long EVERY_SEVENTH = 1 | 1L << 7 | 1L << 14 | 1L << 21 | 1L << 28;

    /** The first such day at or after an epoch day; {@link Schedule#NEVER} past the year 9999. */
    long nextAtOrAfter(long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        LocalDate month = day.withDayOfMonth(1);
        long left = daysIn(month) & -1L << day.getDayOfMonth();
        while (left == 0) {
            month = month.plusMonths(monthsToNext(month.getMonthValue()));
            if (month.getYear() > Times.MAX_YEAR) {
                return Schedule.NEVER;
            }
            left = daysIn(month);
        }
        return month.toEpochDay() + Long.numberOfTrailingZeros(left) - 1;
    }

    /** The last such day at or before an epoch day; {@link Schedule#NEVER_BEFORE} before the year 0. */
    long previousAtOrBefore(long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        LocalDate month = day.withDayOfMonth(1);
        long left = daysIn(month) & (1L << day.getDayOfMonth() + 1) - 1;
        while (left == 0) {
            month = month.minusMonths(monthsToPrevious(month.getMonthValue()));
            if (month.getYear() < 0) {
                return Schedule.NEVER_BEFORE;
            }
            left = daysIn(month);
        }
        return month.toEpochDay() + 62 - Long.numberOfLeadingZeros(left);
    }

    /** How many such days are at or after the first epoch day and before the second. */
    long count(long fromEpochDay, long untilEpochDay) {
        // The Gregorian calendar repeats itself after 400 years, weekdays included.
        long cycles = (untilEpochDay - fromEpochDay) / DAYS_IN_400_YEARS;
        long inCycles = cycles == 0 ? 0 : cycles * sum(fromEpochDay, fromEpochDay + DAYS_IN_400_YEARS);
        return inCycles + sum(fromEpochDay + cycles * DAYS_IN_400_YEARS, untilEpochDay);
    }

    private long sum(long fromEpochDay, long untilEpochDay) {
        long sum = 0;
        LocalDate month = LocalDate.ofEpochDay(fromEpochDay).withDayOfMonth(1);
        for (long first = month.toEpochDay(); first < untilEpochDay; first = month.toEpochDay()) {
            long dayBits =
                    -1L << Math.max(1, fromEpochDay - first + 1) & (1L << Math.min(32, untilEpochDay - first + 1)) - 1;
            sum += Long.bitCount(daysIn(month) & dayBits);
            month = month.plusMonths(1);
        }
        return sum;
    }

    /** Why no day ever matches; empty when some do. */
    Optional<String> whyNever() {
        int day = Long.numberOfTrailingZeros(daysOfMonth);
        boolean some = IntStream.rangeClosed(1, 12).anyMatch(month -> hasMonth(month) && day <= maxLength(month));
        if (either || some) {
            return Optional.empty();
        }
        String named = IntStream.rangeClosed(1, 12)
                .filter(this::hasMonth)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return Optional.of((Long.bitCount(months) == 1 ? "month " + named + " has" : "months " + named + " have")
                + " no day " + day);
    }

    private long daysIn(LocalDate firstOfMonth) {
        if (!hasMonth(firstOfMonth.getMonthValue())) {
            return 0;
        }
        long weekdays = weekdaysFrom(firstOfMonth.getDayOfWeek().getValue() % 7);
        long matching = either ? daysOfMonth | weekdays : daysOfMonth & weekdays;
        return matching & (1L << firstOfMonth.lengthOfMonth() + 1) - 1;
    }

    private long weekdaysFrom(int firstDayOfWeek) {
        long rotated = (daysOfWeek >>> firstDayOfWeek | daysOfWeek << 7 - firstDayOfWeek) & 0x7f;
        return rotated * EVERY_SEVENTH << 1;
    }

    private int monthsToNext(int month) {
        long later = months & -1L << month + 1;
        return Long.numberOfTrailingZeros(later == 0 ? months : later) - month + (later == 0 ? 12 : 0);
    }

    private int monthsToPrevious(int month) {
        long earlier = months & (1L << month) - 1;
        return month - (63 - Long.numberOfLeadingZeros(earlier == 0 ? months : earlier)) + (earlier == 0 ? 12 : 0);
    }

    private boolean hasMonth(int month) {
        return (months & 1L << month) != 0;
    }

    private static int maxLength(int month) {
        return Month.of(month).maxLength();
    }
}
