// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.broker.schedule.MissReason;
import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictask.MissedOccurrences;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.crds.periodictask.ScheduleSpecs;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.Backoff;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.entry.Entries;
import dev.drumline.operator.entry.EntryIds;
import dev.drumline.operator.link.Await;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.link.BrokerRefusal;
import dev.drumline.operator.link.RedisUnreachableException;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Schedules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Brings a valid task's entry into its broker, or out of it. */
@ApplicationScoped
public class TaskPlacement {
    /** A link is opened by the broker's own reconciliation, within a moment of the operator's start. */
    private static final Duration LINK_OPENS = Duration.ofMillis(300);

    private final BrokerLinks links;
    private final TaskDirectory directory;
    private final PeriodicTaskStatuses statuses;
    private final TimeRefresh refresh;
    private final MissedWatch missed;
    private final Clock clock;

    public TaskPlacement(
            BrokerLinks links,
            TaskDirectory directory,
            PeriodicTaskStatuses statuses,
            TimeRefresh refresh,
            MissedWatch missed,
            Clock clock) {
        this.links = links;
        this.directory = directory;
        this.statuses = statuses;
        this.refresh = refresh;
        this.missed = missed;
        this.clock = clock;
    }

    Placed place(PeriodicTask task, Optional<TaskBroker> broker) {
        if (broker.isEmpty()) {
            directory.isGone(TaskDirectory.brokerOf(task), EntryIds.of(task));
            return Placed.settled(statuses.brokerMissing(task));
        }
        Optional<BrokerLink> link = links.find(TaskDirectory.brokerOf(task)).filter(BrokerLink::wasAsked);
        if (link.isEmpty()) {
            return waitForLink(task, broker.get());
        }
        try {
            return task.getSpec().suspend() ? suspend(task, link.get()) : store(task, link.get());
        } catch (RedisUnreachableException e) {
            return waitForRedis(task, e);
        }
    }

    /** Has the entry taken out, without waiting; where Redis doesn't answer, the patrol finds it later. */
    void remove(PeriodicTask task) {
        BrokerId broker = TaskDirectory.brokerOf(task);
        directory.isGone(broker, EntryIds.of(task));
        missed.forget(EntryIds.of(task));
        links.find(broker).ifPresent(link -> link.edits().delete(EntryIds.of(task)));
    }

    private Placed store(PeriodicTask task, BrokerLink link) {
        String id = EntryIds.of(task);
        int partition = link.schedules().partitionOf(id);
        Schedule schedule = Schedules.parse(ScheduleSpecs.of(task), id);
        Optional<Instant> mark = link.lastSight().flatMap(sight -> sight.mark(partition));
        TaskTimes times = TaskTimes.of(schedule, task.getStatus(), clock.instant(), mark);
        if (Completion.isOver(task, schedule, mark)) {
            return Placed.settled(statuses.completed(task, times).with(takeOut(task, link)));
        }
        Await.answer(link.edits().write(Entries.of(task)));
        directory.isStored(TaskDirectory.brokerOf(task), id);
        PeriodicTaskStatus status = statuses.accepted(task, partition, times).with(missed.of(task));
        return Placed.until(status, refresh.nextIn(id, schedule));
    }

    private Placed suspend(PeriodicTask task, BrokerLink link) {
        return Placed.settled(statuses.suspended(task).with(takeOut(task, link)));
    }

    /** What was let go of the task up to its end: Redis forgets that together with the entry. */
    private MissedOccurrences takeOut(PeriodicTask task, BrokerLink link) {
        String id = EntryIds.of(task);
        Map<MissReason, Long> counts = Await.answer(link.schedules().missed(id));
        Await.answer(link.edits().delete(id));
        directory.isGone(TaskDirectory.brokerOf(task), id);
        boolean goneBefore = counts.isEmpty() && task.getStatus() != null;
        return goneBefore ? task.getStatus().missed() : Missed.occurrences(counts);
    }

    private Placed waitForLink(PeriodicTask task, TaskBroker broker) {
        return BrokerRefusal.of(broker)
                .map(refusal -> Placed.settled(statuses.brokerRefused(task, refusal.message())))
                .orElseGet(() -> Placed.waiting(LINK_OPENS));
    }

    /** What was accepted before still stands: beats fire it as soon as Redis is back. Only what is new has to wait. */
    private Placed waitForRedis(PeriodicTask task, RedisUnreachableException why) {
        if (Completion.isAccepted(task)) {
            return Placed.waiting(Backoff.MOST);
        }
        PeriodicTaskStatus status = statuses.redisUnreachable(task, why.getMessage());
        Condition ready = Conditions.find(status.conditions(), Conditions.READY);
        return Placed.until(status, Backoff.after(ready, clock));
    }
}
