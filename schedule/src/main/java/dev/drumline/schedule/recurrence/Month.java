// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.time.LocalDate;
import java.time.Year;

/**
 * A month of the Gregorian calendar.
 *
 * @param number 1 to 12
 * @param firstDay the epoch day of its first
 * @param length 28 to 31 days
 */
record Month(int year, int number, long firstDay, int length) {

    /** The month that an epoch day lies in. */
    static Month of(long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return new Month(day.getYear(), day.getMonthValue(), epochDay - day.getDayOfMonth() + 1, day.lengthOfMonth());
    }

    Month next() {
        int nextYear = number == 12 ? year + 1 : year;
        int nextNumber = number == 12 ? 1 : number + 1;
        return new Month(nextYear, nextNumber, firstDay + length, length(nextYear, nextNumber));
    }

    Month previous() {
        int previousYear = number == 1 ? year - 1 : year;
        int previousNumber = number == 1 ? 12 : number - 1;
        int previousLength = length(previousYear, previousNumber);
        return new Month(previousYear, previousNumber, firstDay - previousLength, previousLength);
    }

    long firstDayOfYear() {
        return firstDay - java.time.Month.of(number).firstDayOfYear(Year.isLeap(year)) + 1;
    }

    int lengthOfYear() {
        return Year.isLeap(year) ? 366 : 365;
    }

    /** Bit d for the epoch day that is day d of this month; 0 for one of another month. */
    long bit(long epochDay) {
        long day = epochDay - firstDay + 1;
        return day < 1 || day > length ? 0 : 1L << day;
    }

    private static int length(int year, int number) {
        return java.time.Month.of(number).length(Year.isLeap(year));
    }
}
