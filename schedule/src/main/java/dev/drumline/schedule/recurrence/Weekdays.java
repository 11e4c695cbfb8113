// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.util.List;

/**
 * BYDAY.
 *
 * @param inMonth whether a number counts within the month, else within the year
 */
record Weekdays(List<Numbered> days, boolean inMonth) implements DayPart {
    private static final long EVERY_SEVENTH = 1 | 1L << 7 | 1L << 14 | 1L << 21 | 1L << 28;

    /** @param number 1 for the first one, -1 for the last, 0 for every one */
    record Numbered(int number, Weekday day) {}

    @Override
    public long daysIn(Month month) {
        long first = inMonth ? month.firstDay() : month.firstDayOfYear();
        long last = first + (inMonth ? month.length() : month.lengthOfYear()) - 1;
        long bits = 0;
        for (Numbered day : days) {
            bits |= switch (Integer.signum(day.number())) {
                case 0 -> EVERY_SEVENTH << day.day().atOrAfter(month.firstDay()) - month.firstDay() + 1;
                case 1 -> month.bit(day.day().atOrAfter(first) + 7L * (day.number() - 1));
                default -> month.bit(day.day().atOrBefore(last) + 7L * (day.number() + 1));
            };
        }
        return bits;
    }
}
