// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/**
 * BYWEEKNO: a week belongs to the year that four of its days or more are in, and is numbered from 1 there, as in ISO 8601 but for the
 * day it starts on. Its days are those of the calendar year that they lie in: 2024-12-30 is in week 1, and in a period of 2024.
 *
 * @param fromFirst bit n for the n-th week of a year, 1 to 53
 * @param fromLast bit n for the n-th last
 */
record WeekNumbers(long fromFirst, long fromLast, Weekday start) implements DayPart {

    static WeekNumbers of(int[] weeks, Weekday start) {
        return new WeekNumbers(Numbers.positiveBits(weeks), Numbers.negativeBits(weeks), start);
    }

    @Override
    public long daysIn(Month month) {
        long bits = 0;
        for (long first = start.atOrBefore(month.firstDay()); first < month.firstDay() + month.length(); first += 7) {
            if (matches(first)) {
                bits |= shifted(0b1111111, first - month.firstDay() + 1);
            }
        }
        return bits;
    }

    private boolean matches(long firstDay) {
        long middle = firstDay + 3;
        Month month = Month.of(middle);
        int weeksBefore = (int) (middle - month.firstDayOfYear()) / 7;
        int weeksAfter = (int) (month.firstDayOfYear() + month.lengthOfYear() - 1 - middle) / 7;
        return (fromFirst & 1L << weeksBefore + 1) != 0 || (fromLast & 1L << weeksAfter + 1) != 0;
    }

    private static long shifted(long bits, long places) {
        return places < 0 ? bits >>> -places : bits << places;
    }
}
