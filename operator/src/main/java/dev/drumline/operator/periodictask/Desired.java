// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictask.ScheduleSpecs;
import dev.drumline.operator.entry.Entries;
import dev.drumline.operator.entry.EntryIds;
import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.validation.PeriodicTaskValidation;
import dev.drumline.schedule.spec.MinimumPeriod;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a broker's tasks ask Redis to hold.
 *
 * @param entries of tasks that fire
 * @param left ids of tasks whose reconciliation is paused: whatever is stored for them stays
 */
record Desired(List<ScheduleEntry> entries, Set<String> left) {

    /**
     * @param minimum how often the broker lets a rule fire; what was accepted already is not held to it anew, since a change of it
     *     has every task reconciled
     * @param marks by entry id, how far its partition has fired; empty where that is not known
     */
    static Desired of(
            Collection<PeriodicTask> tasks, MinimumPeriod minimum, Function<String, Optional<Instant>> marks) {
        List<ScheduleEntry> entries = new ArrayList<>();
        Set<String> left = new HashSet<>();
        for (PeriodicTask task : tasks) {
            if (Changes.isPaused(task)) {
                left.add(EntryIds.of(task));
            } else if (fires(task, minimum, marks.apply(EntryIds.of(task)))) {
                entries.add(Entries.of(task));
            }
        }
        return new Desired(entries, left);
    }

    private static boolean fires(PeriodicTask task, MinimumPeriod minimum, Optional<Instant> mark) {
        MinimumPeriod open = Completion.isAccepted(task) ? MinimumPeriod.LEAST : minimum;
        String id = EntryIds.of(task);
        return !task.isMarkedForDeletion()
                && !task.getSpec().suspend()
                && PeriodicTaskValidation.judge(task, id, open).isAccepted()
                && !Completion.isOver(task, Schedules.parse(ScheduleSpecs.of(task), id), mark);
    }
}
