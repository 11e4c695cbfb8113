// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.OperatorSettings;
import dev.drumline.operator.entry.EntryIds;
import dev.drumline.operator.link.Await;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.operator.validation.MinimumPeriods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Compares the schedules in Redis with the tasks: when the operator starts, when their numbers don't agree (Redis was
 * emptied or rolled back, a task was deleted while nobody looked), and now and then.
 */
@ApplicationScoped
public class SchedulePatrol {
    private static final Logger LOG = Logger.getLogger(SchedulePatrol.class);

    private record Calm(BrokerLink link, long known, long stored, Instant foundAt) {}

    private final TaskDirectory directory;
    private final TaskLister lister;
    private final Duration interval;
    private final Clock clock;
    private final Map<BrokerId, Calm> calm = new ConcurrentHashMap<>();

    @Inject
    public SchedulePatrol(TaskDirectory directory, TaskLister lister, OperatorSettings settings, Clock clock) {
        this(directory, lister, settings.patrolInterval(), clock);
    }

    SchedulePatrol(TaskDirectory directory, TaskLister lister, Duration interval, Clock clock) {
        this.directory = directory;
        this.lister = lister;
        this.interval = interval;
        this.clock = clock;
    }

    /** @throws dev.drumline.operator.link.RedisUnreachableException when Redis doesn't answer */
    public void check(TaskBroker resource, BrokerLink link, BrokerSight sight) {
        BrokerId broker = BrokerId.of(resource);
        var now = new Calm(link, directory.countStored(broker), sight.schedules(), clock.instant());
        if (isCalm(calm.get(broker), now)) {
            return;
        }
        Function<Collection<PeriodicTask>, Desired> asked = tasks -> Desired.of(
                tasks,
                MinimumPeriods.of(Optional.of(resource)),
                id -> sight.mark(link.schedules().partitionOf(id)));
        Drift drift = compare(broker, link, asked);
        if (drift.isNone()) {
            calm.put(broker, now);
        } else {
            calm.remove(broker);
            LOG.infof(
                    "schedules differ broker=%s missing=%d surplus=%d",
                    broker, drift.missing().size(), drift.surplus().size());
            mend(broker, link, drift, asked);
        }
    }

    private boolean isCalm(Calm before, Calm now) {
        return before != null
                && before.link() == now.link()
                && before.known() == now.known()
                && before.stored() == now.stored()
                && before.foundAt().plus(interval).isAfter(now.foundAt());
    }

    private Drift compare(BrokerId broker, BrokerLink link, Function<Collection<PeriodicTask>, Desired> asked) {
        Desired desired = asked.apply(directory.tasksOf(broker));
        List<StoredEntry> stored = Await.answer(link.schedules().stored()).stream()
                .filter(entry -> EntryIds.isTaskOf(broker.namespace(), entry.id()))
                .toList();
        return Drift.between(desired.entries(), stored, desired.left());
    }

    /** Each missing entry is written by its own task's reconciliation, so that no older spec can overtake a newer one. */
    private void mend(
            BrokerId broker, BrokerLink link, Drift drift, Function<Collection<PeriodicTask>, Desired> asked) {
        Set<String> missing = Set.copyOf(drift.missing());
        directory.tasksOf(broker).stream()
                .filter(task -> missing.contains(EntryIds.of(task)))
                .forEach(directory::wake);
        if (!drift.surplus().isEmpty()) {
            List<String> unwanted = unwanted(broker, drift.surplus(), asked);
            Await.answer(link.schedules().edit(List.of(), unwanted));
            unwanted.forEach(id -> directory.isGone(broker, id));
        }
    }

    /** The cache may lag or still be empty; nothing is deleted before the API server itself has said that it is gone. */
    private List<String> unwanted(
            BrokerId broker, List<String> surplus, Function<Collection<PeriodicTask>, Desired> asked) {
        List<PeriodicTask> tasks = lister.list(broker.namespace()).stream()
                .filter(task -> TaskDirectory.brokerOf(task).equals(broker))
                .toList();
        Desired desired = asked.apply(tasks);
        Set<String> wanted = desired.entries().stream().map(entry -> entry.id()).collect(Collectors.toSet());
        return surplus.stream()
                .filter(id -> !wanted.contains(id) && !desired.left().contains(id))
                .toList();
    }
}
