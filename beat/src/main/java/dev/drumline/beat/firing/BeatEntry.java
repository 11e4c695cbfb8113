// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.schedule.Schedule;

/** A schedule entry made ready to be fired. */
record BeatEntry(Schedule schedule, MessageTemplate template, MissPolicy policy) {

    /** There is no further occurrence. */
    static final long NEVER = Schedule.NEVER;

    String id() {
        return template.entryId();
    }

    /** The due time, in milliseconds, of the first occurrence after this one. */
    long next(long dueMillis) {
        return schedule.nextMillis(dueMillis);
    }

    /** The due time, in milliseconds, of the first occurrence that the mark does not cover. */
    long firstAfter(Mark mark) {
        long first = next(mark.dueMillis() - 1);
        return first == mark.dueMillis() && mark.covers(first, id()) ? next(first) : first;
    }
}
