// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.Schedule;
import java.time.zone.ZoneRules;

/**
 * A local rule in a time zone. Between two transitions local time is the instant plus an offset; what happens at one is the policy.
 * Clocks forward: the local times that are skipped fire once, at the end of the gap. Clocks back: a local time that comes twice
 * fires the first time only, unless the rule names every hour, and then both times.
 *
 * <p>Worked, Europe/Berlin: on 2026-03-29 the clocks go from 02:00 to 03:00 at 01:00Z, and on 2026-10-25 from 03:00 to 02:00 at
 * 01:00Z. {@code 30 2 * * *} is due on 03-28 at 01:30Z. The next local match is 03-29 02:30, which by the offset of the winter
 * would be 01:30Z, past the transition and before local 03:00: it is due at its end, 01:00Z. In autumn 02:30 is due at 00:30Z; after
 * that the next match is 10-26 02:30, and the second 02:30 at 01:30Z is passed over since the search never goes back from 03:00 to
 * 02:00. For {@code 30 * * * *} it does go back.
 */
public record Zoned(LocalRule rule, ZoneRules zone) implements Schedule {
    // No zone is further from UTC. So 2 * MOST_OFFSET after an instant the local time is later, whatever the clocks do
    // in between, and a search that found no match before a local time may go on at MOST_OFFSET before it as an
    // instant: it skips decades of eras.
    private static final long MOST_OFFSET = 18 * 3600;

    @Override
    public long nextMillis(long afterMillis) {
        long second = nextAfter(Math.floorDiv(afterMillis, 1000L));
        return second == NEVER ? NEVER : second * 1000;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        long second = previousBefore(Math.ceilDiv(beforeMillis, 1000L));
        return second == NEVER_BEFORE ? NEVER_BEFORE : second * 1000;
    }

    @Override
    public long count(long afterMillis, long throughMillis) {
        long until = Math.floorDiv(throughMillis, 1000L) + 1;
        long from = Math.floorDiv(afterMillis, 1000L) + 1;
        long count = 0;
        while (from < until) {
            Era era = Era.of(from, zone);
            long end = Math.min(era.end(), until);
            count += rule.count(Math.max(from + era.offset(), era.firstLocal(rule)), end + era.offset());
            if (from == era.begin() && isDueOnlyForItsGap(era)) {
                count++;
            }
            from = end;
        }
        return count;
    }

    /** That of the rule: clocks are set by whole minutes, and have been since 1972. */
    @Override
    public long leastGapMillis() {
        return rule.leastGapSeconds() * 1000L;
    }

    private long nextAfter(long epochSecond) {
        long from = epochSecond + 1;
        while (true) {
            Era era = Era.of(from, zone);
            if (from == era.begin() && era.endsASkippedMatch(rule)) {
                return from;
            }
            long local = rule.nextAtOrAfter(Math.max(from + era.offset(), era.firstLocal(rule)));
            if (local != NEVER && local - era.offset() < era.end()) {
                return local - era.offset();
            }
            if (era.end() < from + 2 * MOST_OFFSET) {
                from = era.end();
            } else if (local == NEVER) {
                return NEVER;
            } else {
                from = Math.max(era.end(), local - MOST_OFFSET);
            }
        }
    }

    private long previousBefore(long epochSecond) {
        long last = epochSecond - 1;
        while (true) {
            Era era = Era.of(last, zone);
            long local = rule.previousAtOrBefore(last + era.offset());
            if (local != NEVER_BEFORE && local >= era.firstLocal(rule)) {
                return local - era.offset();
            }
            if (era.endsASkippedMatch(rule)) {
                return era.begin();
            }
            if (era.begin() > last - 2 * MOST_OFFSET) {
                last = era.begin() - 1;
            } else if (local == NEVER_BEFORE) {
                return NEVER_BEFORE;
            } else {
                last = Math.min(era.begin() - 1, local + MOST_OFFSET);
            }
        }
    }

    private boolean isDueOnlyForItsGap(Era era) {
        long local = era.begin() + era.offset();
        return era.endsASkippedMatch(rule) && rule.nextAtOrAfter(local) != local;
    }
}
