// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/**
 * The times that a clock shows at any of some hours, minutes and seconds, as seconds from midnight.
 *
 * @param hours bit h for hour h, 0 to 23; never empty
 * @param minutes bit m for minute m, 0 to 59; never empty
 * @param seconds bit s for second s, 0 to 59; never empty
 */
record ClockTimes(long hours, long minutes, long seconds) implements Offsets {
    static final long ALL_HOURS = (1L << 24) - 1;
    static final long ALL_SIXTY = (1L << 60) - 1;
    static final long ZERO = 1;

    boolean isAnyTime() {
        return size() == Frequency.DAY;
    }

    @Override
    public int size() {
        return Long.bitCount(hours) * perHour();
    }

    @Override
    public int at(int index) {
        int hour = bit(hours, index / perHour());
        int minute = bit(minutes, index % perHour() / Long.bitCount(seconds));
        return hour * 3_600 + minute * 60 + bit(seconds, index % Long.bitCount(seconds));
    }

    @Override
    public int countBefore(int second) {
        int hour = second / 3_600;
        int minute = second / 60 % 60;
        int count = Long.bitCount(hours & below(hour)) * perHour();
        if ((hours & 1L << hour) == 0) {
            return count;
        }
        count += Long.bitCount(minutes & below(minute)) * Long.bitCount(seconds);
        return (minutes & 1L << minute) == 0 ? count : count + Long.bitCount(seconds & below(second % 60));
    }

    private int perHour() {
        return Long.bitCount(minutes) * Long.bitCount(seconds);
    }

    /** The position of the bit of a mask that {@code index} set bits are below. */
    private static int bit(long mask, int index) {
        return Long.numberOfTrailingZeros(Long.expand(1L << index, mask));
    }

    private static long below(int bit) {
        return (1L << bit) - 1;
    }
}
