// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** Finds the n-th occurrence by counting over stretches of time: they double until it is in one, and are halved until it is all there is. */
public final class Nth {
    private Nth() {}

    /**
     * @param n 1 for the first
     * @return the n-th occurrence after {@code afterMillis}; {@link Times#MAX_MILLIS} when there are fewer
     */
    public static long after(long afterMillis, long n, Schedule schedule) {
        long low = afterMillis;
        long left = n;
        long width = 1;
        for (long count = schedule.count(low, low + width); count < left; count = schedule.count(low, low + width)) {
            left -= count;
            low += width;
            width *= 2;
            if (low >= Times.MAX_MILLIS) {
                return Times.MAX_MILLIS;
            }
        }
        while (width > 1) {
            long half = width / 2;
            long count = schedule.count(low, low + half);
            if (count >= left) {
                width = half;
            } else {
                left -= count;
                low += half;
                width -= half;
            }
        }
        return low + 1;
    }
}
