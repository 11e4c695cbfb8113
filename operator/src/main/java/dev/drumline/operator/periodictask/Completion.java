// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.schedule.Schedule;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Whether a task has run its course, so that not even a Redis that was emptied makes it begin again. */
final class Completion {
    private Completion() {}

    /** @param mark how far the task's partition has fired; empty where that is not known */
    static boolean isOver(PeriodicTask task, Schedule schedule, Optional<Instant> mark) {
        return isAccepted(task)
                && (isReported(task)
                        || mark.filter(done -> schedule.next(done).isEmpty()).isPresent());
    }

    /** Whether the present spec was accepted, by the word of the status. */
    static boolean isAccepted(PeriodicTask task) {
        Condition ready = ready(task);
        return ready != null
                && ready.status().equals("True")
                && Objects.equals(
                        task.getStatus().observedGeneration(),
                        task.getMetadata().getGeneration());
    }

    private static boolean isReported(PeriodicTask task) {
        return ready(task).reason().equals(Reasons.COMPLETED);
    }

    private static Condition ready(PeriodicTask task) {
        PeriodicTaskStatus status = task.getStatus();
        return status == null ? null : Conditions.find(status.conditions(), Conditions.READY);
    }
}
