// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/**
 * BYMONTH.
 *
 * @param bits bit m for month m, 1 to 12
 */
record Months(long bits) implements DayPart {

    @Override
    public long daysIn(Month month) {
        return (bits & 1L << month.number()) == 0 ? 0 : -1;
    }
}
