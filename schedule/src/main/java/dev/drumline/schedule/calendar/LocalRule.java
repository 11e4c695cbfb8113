// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.Schedule;

/** A rule on the clock on the wall, which knows nothing of zones: local seconds count from 1970-01-01T00:00 local time. */
public interface LocalRule {

    /** The first matching local second at or after one; {@link Schedule#NEVER} past the year 9999. */
    long nextAtOrAfter(long localSecond);

    /** The last matching local second at or before one; {@link Schedule#NEVER_BEFORE} before the year 0. */
    long previousAtOrBefore(long localSecond);

    /** How many local seconds match at or after the first and before the second; 0 when they are in the wrong order. */
    long count(long fromLocalSecond, long untilLocalSecond);

    /** Whether a local time that comes twice, since the clocks are set back, is meant both times. */
    boolean everyHour();

    /** No two matching local seconds are closer to each other than these seconds, 1 or more. */
    default int leastGapSeconds() {
        return 1;
    }
}
