// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.time.LocalDate;

/**
 * BYEASTER, which RFC 5545 has not: dateutil's days from Easter Sunday of the western churches.
 *
 * @param offsets days after Easter Sunday, -80 to 250, so that they stay in its year
 */
record EasterDays(int[] offsets) implements DayPart {
    static final int FIRST = -80;
    static final int LAST = 250;

    @Override
    public long daysIn(Month month) {
        long sunday = sunday(month.year());
        long bits = 0;
        for (int offset : offsets) {
            bits |= month.bit(sunday + offset);
        }
        return bits;
    }

    /** The epoch day of Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, chapter 8). */
    static long sunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (b - b / 4 - (8 * b + 13) / 25 + 19 * a + 15) % 30;
        int h = d - (a + 11 * d) / 319;
        int l = (2 * (b % 4) + 2 * (c / 4) - c % 4 - h + 32) % 7;
        int month = (h + l + 90) / 25;
        return LocalDate.of(year, month, (h + l + month + 19) % 32).toEpochDay();
    }
}
