// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A stretch of time in which a zone's clocks are not set: local second = epoch second + offset.
 *
 * @param begin the first epoch second, Long.MIN_VALUE when there is none
 * @param end the epoch second after the last one, Long.MAX_VALUE when there is none
 * @param offset seconds east of UTC
 * @param offsetBefore the offset of the era before, the same as {@code offset} when there is none
 */
record Era(long begin, long end, int offset, int offsetBefore) {

    /** The era that an epoch second lies in. */
    static Era of(long epochSecond, ZoneRules zone) {
        Instant instant = Instant.ofEpochSecond(epochSecond);
        int offset = zone.getOffset(instant).getTotalSeconds();
        if (zone.isFixedOffset()) {
            return new Era(Long.MIN_VALUE, Long.MAX_VALUE, offset, offset);
        }
        ZoneOffsetTransition first = zone.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition next = zone.nextTransition(instant);
        return new Era(
                first == null ? Long.MIN_VALUE : first.toEpochSecond(),
                next == null ? Long.MAX_VALUE : next.toEpochSecond(),
                offset,
                first == null ? offset : first.getOffsetBefore().getTotalSeconds());
    }

    /** The local second from which its matches count: later than its first one when the clocks went back and each time counts once. */
    long firstLocal(LocalRule rule) {
        if (begin == Long.MIN_VALUE) {
            return Long.MIN_VALUE;
        }
        return begin + (rule.everyHour() ? offset : Math.max(offset, offsetBefore));
    }

    /** Whether the clocks went forward at its begin over local seconds of which one matches, and so it is due at the begin. */
    boolean endsASkippedMatch(LocalRule rule) {
        return offset > offsetBefore && rule.count(begin + offsetBefore, begin + offset) > 0;
    }
}
