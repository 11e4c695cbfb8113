// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/**
 * BYMONTHDAY.
 *
 * @param fromFirst bit n for the n-th day of a month, 1 to 31
 * @param fromLast bit n for the n-th last
 */
record MonthDays(long fromFirst, long fromLast) implements DayPart {

    static MonthDays of(int[] days) {
        return new MonthDays(Numbers.positiveBits(days), Numbers.negativeBits(days));
    }

    @Override
    public long daysIn(Month month) {
        // The n-th last day of 31 is day 32 - n: bit n of the mask, read backwards, is bit 63 - n.
        return fromFirst | Long.reverse(fromLast) >>> 62 - month.length();
    }
}
