// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/**
 * The occurrences of a schedule that lie in none of the windows which begin with each occurrence of another.
 *
 * @param windowMillis the length of a window: an occurrence at its first millisecond is in it, one at {@code begin + windowMillis} not
 */
public record Excepted(Schedule schedule, Schedule windows, long windowMillis) implements Schedule {
    // So many windows in a row that each take something out count as for ever.
    private static final int MOST_WINDOWS = 1_000_000;

    @Override
    public long nextMillis(long afterMillis) {
        long due = schedule.nextMillis(afterMillis);
        for (int i = 0; due != NEVER && i < MOST_WINDOWS; i++) {
            long begin = windows.previousMillis(due + 1);
            if (begin == NEVER_BEFORE || begin + windowMillis <= due) {
                return due;
            }
            due = schedule.nextMillis(begin + windowMillis - 1);
        }
        return NEVER;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        long due = schedule.previousMillis(beforeMillis);
        for (int i = 0; due != NEVER_BEFORE && i < MOST_WINDOWS; i++) {
            long begin = windows.previousMillis(due + 1);
            if (begin == NEVER_BEFORE || begin + windowMillis <= due) {
                return due;
            }
            due = schedule.previousMillis(begin);
        }
        return NEVER_BEFORE;
    }
}
