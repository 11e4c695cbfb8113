// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.time.LocalDate;
import java.time.temporal.ChronoField;

/**
 * Every n-th year, month, week or day, one of them that of DTSTART.
 *
 * @param frequency DAILY or longer
 * @param weekStart the day that a week starts on
 * @param interval 1 for every period
 * @param anchor the index of the period that is counted from
 */
record Cycle(Frequency frequency, Weekday weekStart, long interval, long anchor) {

    static Cycle from(long firstDay, Frequency frequency, Weekday weekStart, long interval) {
        return new Cycle(frequency, weekStart, interval, index(firstDay, frequency, weekStart));
    }

    /** Whether an epoch day lies in one of the periods. */
    boolean includes(long epochDay) {
        return interval == 1 || Math.floorMod(index(epochDay) - anchor, interval) == 0;
    }

    /** The index of the first of the periods that ends at or after an epoch day. */
    long indexAtOrAfter(long epochDay) {
        long index = index(epochDay);
        return index + Math.floorMod(anchor - index, interval);
    }

    /** The index of the last of the periods that begins at or before an epoch day. */
    long indexAtOrBefore(long epochDay) {
        long index = index(epochDay);
        return index - Math.floorMod(index - anchor, interval);
    }

    /** The first epoch day of the period of an index. */
    long firstDay(long index) {
        return switch (frequency) {
            case YEARLY -> LocalDate.of((int) index, 1, 1).toEpochDay();
            case MONTHLY ->
                LocalDate.of((int) Math.floorDiv(index, 12L), (int) Math.floorMod(index, 12L) + 1, 1)
                        .toEpochDay();
            case WEEKLY -> weekStart.atOrAfter(0) + 7 * index;
            default -> index;
        };
    }

    private long index(long epochDay) {
        return index(epochDay, frequency, weekStart);
    }

    private static long index(long epochDay, Frequency frequency, Weekday weekStart) {
        return switch (frequency) {
            case YEARLY -> LocalDate.ofEpochDay(epochDay).getYear();
            case MONTHLY -> LocalDate.ofEpochDay(epochDay).getLong(ChronoField.PROLEPTIC_MONTH);
            case WEEKLY -> Math.floorDiv(epochDay - weekStart.atOrAfter(0), 7L);
            default -> epochDay;
        };
    }
}
