// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.crds.periodictask.ScheduleSpecs;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.operator.validation.Verdict;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.words.ScheduleText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The status of a task, from what was found. */
@ApplicationScoped
public class PeriodicTaskStatuses {
    private final Conditions conditions;

    public PeriodicTaskStatuses(Conditions conditions) {
        this.conditions = conditions;
    }

    PeriodicTaskStatus accepted(PeriodicTask task, int partition, TaskTimes times) {
        Condition ready = conditions.yes(task, Conditions.READY, Reasons.ACCEPTED, "fires from partition " + partition);
        return with(task, ready, partition, times);
    }

    PeriodicTaskStatus completed(PeriodicTask task, TaskTimes times) {
        Condition ready = conditions.yes(
                task, Conditions.READY, Reasons.COMPLETED, "every occurrence is done; change the spec to begin anew");
        return with(task, ready, null, times);
    }

    PeriodicTaskStatus suspended(PeriodicTask task) {
        Condition ready = conditions.yes(
                task, Conditions.READY, Reasons.SUSPENDED, "nothing is fired while spec.suspend is true");
        return with(task, ready, null, TaskTimes.NONE);
    }

    PeriodicTaskStatus refused(PeriodicTask task, Verdict verdict) {
        return with(
                task, conditions.no(task, Conditions.READY, verdict.reason(), verdict.message()), null, TaskTimes.NONE);
    }

    PeriodicTaskStatus brokerMissing(PeriodicTask task) {
        String message =
                "there is no TaskBroker \"" + task.getSpec().brokerRef().name() + "\" in this namespace";
        return with(
                task, conditions.no(task, Conditions.READY, Reasons.BROKER_NOT_FOUND, message), null, TaskTimes.NONE);
    }

    PeriodicTaskStatus brokerRefused(PeriodicTask task, String why) {
        String message = "TaskBroker \"" + task.getSpec().brokerRef().name() + "\" is not usable: " + why;
        return with(
                task, conditions.no(task, Conditions.READY, Reasons.BROKER_NOT_READY, message), null, TaskTimes.NONE);
    }

    PeriodicTaskStatus redisUnreachable(PeriodicTask task, String why) {
        String message = "not stored yet, Redis does not answer: " + why;
        return with(
                task,
                conditions.unknown(task, Conditions.READY, Reasons.REDIS_UNREACHABLE, message),
                null,
                TaskTimes.NONE);
    }

    private PeriodicTaskStatus with(PeriodicTask task, Condition ready, Integer partition, TaskTimes times) {
        PeriodicTaskStatus before = task.getStatus();
        return new PeriodicTaskStatus(
                Conditions.merge(before == null ? null : before.conditions(), List.of(ready)),
                task.getMetadata().getGeneration(),
                words(task),
                partition,
                text(times.next()),
                text(times.last()),
                null,
                before == null ? null : before.missed(),
                before == null ? null : before.lastRunNow());
    }

    private static String words(PeriodicTask task) {
        try {
            return ScheduleText.of(ScheduleSpecs.of(task));
        } catch (ScheduleException refused) {
            return "";
        }
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
