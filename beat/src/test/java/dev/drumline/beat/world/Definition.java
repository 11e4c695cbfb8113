// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.message.TaskIds;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Schedules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An entry as it was accepted, and which of its occurrences are still to come. */
final class Definition {

    private final ScheduleEntry entry;
    private final Schedule schedule;
    private final TaskIds ids;
    private long nextMillis;

    /** @param after its occurrences up to this mark are past */
    Definition(ScheduleEntry entry, Mark after) {
        this.entry = entry;
        schedule = Schedules.parse(entry.schedule(), entry.id());
        ids = TaskIds.ofEntry(entry.id());
        nextMillis = schedule.nextMillis(after.dueMillis() - 1);
        if (nextMillis == after.dueMillis() && after.covers(nextMillis, entry.id())) {
            nextMillis = schedule.nextMillis(nextMillis);
        }
    }

    ScheduleEntry entry() {
        return entry;
    }

    /** The only argument of its task. */
    long generation() {
        return entry.call().args().get(0).longValue();
    }

    String taskId(long dueMillis) {
        return ids.at(dueMillis);
    }

    /** Its first occurrence ever. */
    long firstMillis() {
        return schedule.nextMillis(0);
    }

    /** Its next occurrence, or {@link Schedule#NEVER}. */
    long nextMillis() {
        return nextMillis;
    }

    /** Its occurrences up to this mark; from now on they are past. */
    List<Long> cover(Mark to) {
        List<Long> covered = new ArrayList<>();
        while (nextMillis != Schedule.NEVER && to.covers(nextMillis, entry.id())) {
            covered.add(nextMillis);
            nextMillis = schedule.nextMillis(nextMillis);
        }
        return covered;
    }

    /** For which reasons its policy lets go of an occurrence at this time. */
    Set<MissReason> reasons(long dueMillis, long nowMillis) {
        Set<MissReason> reasons = EnumSet.noneOf(MissReason.class);
        MissPolicy policy = entry.policy();
        if (policy.startingDeadlineSeconds() != null
                && nowMillis - dueMillis > 1_000 * policy.startingDeadlineSeconds()) {
            reasons.add(MissReason.DEADLINE);
        }
        if (policy.catchUp() != MissPolicy.CatchUp.ALL && schedule.nextMillis(dueMillis) <= nowMillis) {
            reasons.add(MissReason.SUPERSEDED);
        }
        return reasons;
    }
}
