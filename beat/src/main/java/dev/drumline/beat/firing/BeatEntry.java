// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Schedules;

/** A schedule entry made ready to be fired. */
record BeatEntry(String id, Schedule schedule, MessageTemplate template, MissPolicy policy) {

    /** There is no further occurrence. */
    static final long NEVER = Schedule.NEVER;

    /** @throws IllegalArgumentException, {@link dev.drumline.schedule.ScheduleException} when it can't be read */
    static BeatEntry of(StoredEntry stored, String origin) {
        ScheduleEntry entry = stored.entry();
        return new BeatEntry(
                entry.id(),
                Schedules.parse(entry.schedule(), entry.id()),
                MessageTemplate.of(entry.id(), entry.call(), entry.delivery(), origin),
                entry.policy());
    }

    /** The due time, in milliseconds, of the first occurrence after this one. */
    long next(long dueMillis) {
        return schedule.nextMillis(dueMillis);
    }

    /** The due time, in milliseconds, of the first occurrence that the mark does not cover. */
    long firstAfter(Mark mark) {
        long first = next(mark.dueMillis() - 1);
        return first == mark.dueMillis() && mark.covers(first, id) ? next(first) : first;
    }
}
