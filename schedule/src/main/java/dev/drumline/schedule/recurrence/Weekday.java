// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/** A day of the week by its two letters. */
enum Weekday {
    MO,
    TU,
    WE,
    TH,
    FR,
    SA,
    SU;

    // 1970-01-01 was a Thursday.
    private static final int OF_EPOCH = 3;

    static Weekday of(long epochDay) {
        return values()[(int) Math.floorMod(epochDay + OF_EPOCH, 7L)];
    }

    /** The last such day at or before an epoch day. */
    long atOrBefore(long epochDay) {
        return epochDay - Math.floorMod(epochDay + OF_EPOCH - ordinal(), 7L);
    }

    /** The first such day at or after an epoch day. */
    long atOrAfter(long epochDay) {
        return atOrBefore(epochDay + 6);
    }
}
