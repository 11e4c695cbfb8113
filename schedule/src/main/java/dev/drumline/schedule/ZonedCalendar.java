// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A calendar rule in a time zone. Between two transitions local time is the instant plus an offset; what happens at one is the
 * policy. Clocks forward: the local times that are skipped fire once, at the end of the gap. Clocks back: a local time that comes
 * twice fires the first time only, unless the rule names every hour, and then both times.
 *
 * <p>Worked, Europe/Berlin: on 2026-03-29 the clocks go from 02:00 to 03:00 at 01:00Z, and on 2026-10-25 from 03:00 to 02:00 at
 * 01:00Z. {@code 30 2 * * *} is due on 03-28 at 01:30Z. The next local match is 03-29 02:30, which by the offset of the winter
 * would be 01:30Z, past the transition and before local 03:00: it is due at its end, 01:00Z. In autumn 02:30 is due at 00:30Z; after
 * that the next match is 10-26 02:30, and the second 02:30 at 01:30Z is passed over since the search never goes back from 03:00 to
 * 02:00. For {@code 30 * * * *} it does go back.
 */
record ZonedCalendar(LocalCalendar calendar, ZoneRules zone) implements Schedule {

    @Override
    public long nextMillis(long afterMillis) {
        long seconds = nextAfter(Math.floorDiv(afterMillis, 1000L));
        return seconds == NEVER ? NEVER : seconds * 1000;
    }

    private long nextAfter(long epochSecond) {
        Instant after = Instant.ofEpochSecond(epochSecond);
        ZoneOffset offset = zone.getOffset(after);
        long local = calendar.nextAtOrAfter(firstLocal(epochSecond, offset));
        ZoneOffsetTransition change = zone.nextTransition(after);
        while (change != null && local != NEVER && local - offset.getTotalSeconds() >= change.toEpochSecond()) {
            offset = change.getOffsetAfter();
            long changed = change.toEpochSecond() + offset.getTotalSeconds();
            if (change.isGap() && local <= changed) {
                return change.toEpochSecond();
            }
            if (change.isOverlap() && calendar.times().everyHour()) {
                local = calendar.nextAtOrAfter(changed);
            }
            change = zone.nextTransition(change.getInstant());
        }
        return local == NEVER ? NEVER : local - offset.getTotalSeconds();
    }

    /** The local time to search from: not one of those that the clocks, last set back, show for the second time. */
    private long firstLocal(long epochSecond, ZoneOffset offset) {
        long local = epochSecond + 1 + offset.getTotalSeconds();
        if (zone.isFixedOffset() || calendar.times().everyHour()) {
            return local;
        }
        ZoneOffsetTransition change = zone.previousTransition(Instant.ofEpochSecond(epochSecond + 1));
        return change != null && change.isOverlap()
                ? Math.max(
                        local, change.toEpochSecond() + change.getOffsetBefore().getTotalSeconds())
                : local;
    }
}
