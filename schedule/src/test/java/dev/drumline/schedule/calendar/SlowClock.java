// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the clock on the wall shows, minute by minute. */
record SlowClock(Instant after, Instant through, List<Minute> minutes) {

    /**
     * @param again whether the clock has shown this time before, since it was set back
     * @param skipped the local minutes that were left out right before, since it was set forward
     */
    record Minute(Instant at, LocalDateTime local, boolean again, List<LocalDateTime> skipped) {}

    static SlowClock of(Instant after, Instant through, ZoneRules zone) {
        List<Minute> minutes = new ArrayList<>();
        Instant first = after.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        for (Instant at = first; !at.isAfter(through); at = at.plus(1, ChronoUnit.MINUTES)) {
            ZoneOffset offset = zone.getOffset(at);
            LocalDateTime local = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, offset);
            boolean again = !zone.getValidOffsets(local).getFirst().equals(offset);
            minutes.add(new Minute(at, local, again, skippedBefore(at, zone)));
        }
        return new SlowClock(after, through, minutes);
    }

    private static List<LocalDateTime> skippedBefore(Instant at, ZoneRules zone) {
        if (zone.getOffset(at).equals(zone.getOffset(at.minusSeconds(1)))) {
            return List.of();
        }
        ZoneOffsetTransition change = zone.previousTransition(at.plusNanos(1));
        return Stream.iterate(
                        change.getDateTimeBefore(),
                        time -> time.isBefore(change.getDateTimeAfter()),
                        time -> time.plusMinutes(1))
                .toList();
    }
}
