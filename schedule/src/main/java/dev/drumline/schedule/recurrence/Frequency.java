// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/** FREQ, from the shortest period to the longest. */
enum Frequency {
    SECONDLY(1),
    MINUTELY(60),
    HOURLY(3_600),
    DAILY(Frequency.DAY),
    WEEKLY(Frequency.DAY),
    MONTHLY(Frequency.DAY),
    YEARLY(Frequency.DAY);

    static final int DAY = 86_400;

    private final int slotSeconds;

    Frequency(int slotSeconds) {
        this.slotSeconds = slotSeconds;
    }

    /** The length of its period or, of the longer ones, of a day. */
    int slotSeconds() {
        return slotSeconds;
    }

    boolean isWithinADay() {
        return compareTo(DAILY) < 0;
    }
}
