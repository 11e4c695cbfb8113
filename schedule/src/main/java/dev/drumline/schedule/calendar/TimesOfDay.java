// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

/**
 * The minutes of a day that a calendar rule names.
 *
 * @param minutes bit m for minute m, 0 to 59; never empty
 * @param hours bit h for hour h, 0 to 23; never empty
 */
public record TimesOfDay(long minutes, long hours) {
    static final int MINUTES_A_DAY = 1440;
    private static final long ALL_HOURS = (1L << 24) - 1;

    boolean everyHour() {
        return hours == ALL_HOURS;
    }

    int first() {
        return Long.numberOfTrailingZeros(hours) * 60 + Long.numberOfTrailingZeros(minutes);
    }

    /** The first minute of the day at or after one, 0 to 1439; -1 when none is left. */
    int nextAtOrAfter(int minuteOfDay) {
        int hour = minuteOfDay / 60;
        long minutesLeft = minutes & -1L << minuteOfDay % 60;
        if ((hours & 1L << hour) != 0 && minutesLeft != 0) {
            return hour * 60 + Long.numberOfTrailingZeros(minutesLeft);
        }
        long hoursLeft = hours & -1L << hour + 1;
        return hoursLeft == 0 ? -1 : Long.numberOfTrailingZeros(hoursLeft) * 60 + Long.numberOfTrailingZeros(minutes);
    }

    int last() {
        return highest(hours) * 60 + highest(minutes);
    }

    /** The last minute of the day at or before one, 0 to 1439; -1 when there is none. */
    int previousAtOrBefore(int minuteOfDay) {
        int hour = minuteOfDay / 60;
        long minutesLeft = minutes & upTo(minuteOfDay % 60);
        if ((hours & 1L << hour) != 0 && minutesLeft != 0) {
            return hour * 60 + highest(minutesLeft);
        }
        long hoursLeft = hours & upTo(hour - 1);
        return hoursLeft == 0 ? -1 : highest(hoursLeft) * 60 + highest(minutes);
    }

    /** How many minutes of the day are named before one, 0 to 1440. */
    int countBefore(int minuteOfDay) {
        int hour = minuteOfDay / 60;
        int inWholeHours = Long.bitCount(hours & upTo(hour - 1)) * Long.bitCount(minutes);
        boolean namesHour = (hours & 1L << hour) != 0;
        return namesHour ? inWholeHours + Long.bitCount(minutes & upTo(minuteOfDay % 60 - 1)) : inWholeHours;
    }

    private static long upTo(int bit) {
        return (1L << bit + 1) - 1;
    }

    private static int highest(long bits) {
        return 63 - Long.numberOfLeadingZeros(bits);
    }
}
