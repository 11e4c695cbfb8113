// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/**
 * BYYEARDAY.
 *
 * @param days 1 to 366, or -366 to -1 from the end of the year
 */
record YearDays(int[] days) implements DayPart {

    @Override
    public long daysIn(Month month) {
        long bits = 0;
        for (int day : days) {
            long fromFirst = day > 0 ? day - 1 : month.lengthOfYear() + day;
            bits |= month.bit(month.firstDayOfYear() + fromFirst);
        }
        return bits;
    }
}
