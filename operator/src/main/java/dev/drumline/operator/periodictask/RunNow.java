// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.broker.message.TaskIds;
import dev.drumline.crds.Api;
import dev.drumline.crds.periodictask.LastRunNow;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.operator.entry.Entries;
import dev.drumline.operator.entry.EntryIds;
import dev.drumline.operator.event.Events;
import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.link.Await;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.link.RedisUnreachableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Follows the annotation {@code run-now}: one occurrence for each new value, suspended or not. The task id follows from the
 * value, so that the operator may die between queueing and saying so: asked again, Redis knows it.
 */
@ApplicationScoped
public class RunNow {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final BrokerLinks links;
    private final Events events;
    private final Conditions conditions;
    private final Clock clock;

    public RunNow(BrokerLinks links, Events events, Conditions conditions, Clock clock) {
        this.links = links;
        this.events = events;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** @param placed what became of the task, which is a valid one */
    Placed follow(PeriodicTask task, Placed placed) {
        String value = Changes.annotation(task, Api.RUN_NOW_ANNOTATION);
        Optional<BrokerLink> link = links.find(TaskDirectory.brokerOf(task)).filter(BrokerLink::wasAsked);
        if (value == null || value.isEmpty() || placed.status().isEmpty() || link.isEmpty()) {
            return placed;
        }
        String taskId = TaskIds.ofRunNow(EntryIds.of(task), value);
        if (isDone(task, taskId)) {
            return placed;
        }
        try {
            Await.answer(link.get().schedules().queueNow(Entries.of(task), taskId));
        } catch (RedisUnreachableException e) {
            return placed.lookAgain(ASK_AGAIN);
        }
        String message = "queued once as task " + taskId + ", as the annotation asks";
        events.tell(task, conditions.yes(task, Reasons.RUN_NOW, Reasons.RUN_NOW, message));
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return placed.with(new LastRunNow(taskId, now));
    }

    private static boolean isDone(PeriodicTask task, String taskId) {
        return task.getStatus() != null
                && task.getStatus().lastRunNow() != null
                && taskId.equals(task.getStatus().lastRunNow().taskId());
    }
}
