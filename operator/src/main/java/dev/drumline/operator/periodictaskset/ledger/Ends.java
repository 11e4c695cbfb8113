// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;

/**
 * Whether a row has nothing left to fire. What Redis holds is over once its partition's mark has passed the last occurrence;
 * what it does not hold, once that lies in the past: no status says of a row that it was fired before, and a Redis that was
 * emptied must not make it begin again.
 */
record Ends(BrokerLink link, Instant now) {

    boolean isOver(ScheduleEntry entry, boolean stored) {
        if (!mayEnd(entry.schedule())) {
            return false;
        }
        Schedule schedule = Schedules.parse(entry.schedule(), entry.id());
        return schedule.next(stored ? mark(entry.id()) : now).isEmpty();
    }

    /** Most rows go on for ever, and a look at the next occurrence of a rule may cost 100 µs. */
    private static boolean mayEnd(ScheduleSpec spec) {
        return spec.endTime() != null
                || spec.maxRuns() != null
                || spec.rules().stream().anyMatch(rule -> rule instanceof Rule.At || rule instanceof Rule.Rrule);
    }

    private Instant mark(String entryId) {
        int partition = link.schedules().partitionOf(entryId);
        return link.lastSight().flatMap(sight -> sight.mark(partition)).orElse(Instant.EPOCH);
    }
}
