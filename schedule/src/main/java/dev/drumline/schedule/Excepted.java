// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/**
 * The occurrences of a schedule that lie in none of the windows which begin with each occurrence of another.
 *
 * @param windowMillis the length of a window: an occurrence at its first millisecond is in it, one at
 *     {@code begin + windowMillis} is not
 */
public record Excepted(Schedule schedule, Schedule windows, long windowMillis) implements Schedule {
    // Nothing is left when so many windows in a row, two years of minutes, each take something out, or when they do so
    // for as long as the calendar takes to repeat itself.
    private static final int MOST_WINDOWS = 1_000_000;
    private static final long CYCLE_MILLIS = 146_097L * 86_400_000;

    @Override
    public long nextMillis(long afterMillis) {
        long due = schedule.nextMillis(afterMillis);
        long last = due == NEVER ? NEVER : due + CYCLE_MILLIS;
        for (int i = 0; due != NEVER && due <= last && i < MOST_WINDOWS; i++) {
            long begin = windows.previousMillis(due + 1);
            if (begin == NEVER_BEFORE || begin + windowMillis <= due) {
                return due;
            }
            due = schedule.nextMillis(begin + (1 + adjoining(begin, 1)) * windowMillis - 1);
        }
        return NEVER;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        long due = schedule.previousMillis(beforeMillis);
        long first = due == NEVER_BEFORE ? NEVER_BEFORE : due - CYCLE_MILLIS;
        for (int i = 0; due != NEVER_BEFORE && due >= first && i < MOST_WINDOWS; i++) {
            long begin = windows.previousMillis(due + 1);
            if (begin == NEVER_BEFORE || begin + windowMillis <= due) {
                return due;
            }
            due = schedule.previousMillis(begin - adjoining(begin, -1) * windowMillis);
        }
        return NEVER_BEFORE;
    }

    /**
     * How many windows follow one without a gap, or precede it, found by counting: as windows that can't overlap, k of them in a
     * stretch of k windows' length fill it. A Sunday is 1440 windows for {@code * * * * sun}, and found in some twenty counts.
     */
    private long adjoining(long begin, int direction) {
        if (windows.leastGapMillis() < windowMillis) {
            return 0;
        }
        long found = 0;
        long more = 1;
        while (isFilled(begin, direction, found, more)) {
            found += more;
            more *= 2;
        }
        for (more /= 2; more > 0; more /= 2) {
            if (isFilled(begin, direction, found, more)) {
                found += more;
            }
        }
        return found;
    }

    private boolean isFilled(long begin, int direction, long found, long more) {
        long near = begin + direction * found * windowMillis;
        long far = near + direction * more * windowMillis;
        if (far < Times.MIN_MILLIS || far > Times.MAX_MILLIS) {
            return false;
        }
        return (direction > 0 ? windows.count(near, far) : windows.count(far - 1, near - 1)) == more;
    }
}
