// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import dev.drumline.schedule.Schedule;

/** The periods of equal length, a day at most, in each of which a rule is due at the same {@link Offsets}; a slot is known by its first local second. */
interface Slots {

    /** The length of each slot in seconds; slots begin at its multiples. */
    int seconds();

    /** The first slot that begins at or after a local second; {@link Schedule#NEVER} past the year 9999. */
    long nextAtOrAfter(long localSecond);

    /** The last slot that begins at or before a local second; {@link Schedule#NEVER_BEFORE} before the year 0. */
    long previousAtOrBefore(long localSecond);

    /** How many slots begin at or after the first local second and before the second. */
    long count(long fromLocalSecond, long untilLocalSecond);
}
