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
import dev.drumline.operator.periodictaskset.RowPatrol;
import dev.drumline.operator.periodictaskset.ledger.LedgerLook;
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
 * Compares the schedules in Redis with the tasks and rows: when the operator starts, when their numbers don't agree (Redis was
 * emptied or rolled back, a task was deleted while nobody looked), and now and then.
 */
@ApplicationScoped
public class SchedulePatrol {
    private static final Logger LOG = Logger.getLogger(SchedulePatrol.class);

    /** @param others how many more are stored than is known of: those of other namespaces, as long as all is in order */
    private record Calm(BrokerLink link, long others, Instant foundAt) {}

    private final TaskDirectory directory;
    private final TaskLister lister;
    private final RowPatrol rows;
    private final Duration interval;
    private final Clock clock;
    private final Map<BrokerId, Calm> calm = new ConcurrentHashMap<>();

    @Inject
    public SchedulePatrol(
            TaskDirectory directory, TaskLister lister, RowPatrol rows, OperatorSettings settings, Clock clock) {
        this(directory, lister, rows, settings.patrolInterval(), clock);
    }

    SchedulePatrol(TaskDirectory directory, TaskLister lister, RowPatrol rows, Duration interval, Clock clock) {
        this.directory = directory;
        this.lister = lister;
        this.rows = rows;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * @param distrusted whether to compare though the numbers agree
     * @return whether Redis has all that it should have
     * @throws dev.drumline.operator.link.RedisUnreachableException when Redis doesn't answer
     */
    public boolean check(TaskBroker resource, BrokerLink link, BrokerSight sight, boolean distrusted) {
        BrokerId broker = BrokerId.of(resource);
        rows.sweep(broker, link);
        long known = directory.countStored(broker) + rows.countStored(broker);
        var now = new Calm(link, sight.schedules() - known, clock.instant());
        if (!distrusted && isCalm(broker, now)) {
            return true;
        }
        Function<Collection<PeriodicTask>, Desired> asked = tasks -> Desired.of(
                tasks,
                MinimumPeriods.of(Optional.of(resource)),
                id -> sight.mark(link.schedules().partitionOf(id)));
        LedgerLook look = rows.look(broker, link);
        Drift drift = compare(broker, look.others(), asked);
        boolean agrees = drift.isNone() && look.unsettled() == 0;
        if (agrees) {
            calm.put(broker, now);
        } else {
            calm.remove(broker);
            LOG.infof(
                    "schedules differ broker=%s missing=%d surplus=%d rows=%d",
                    broker, drift.missing().size(), drift.surplus().size(), look.unsettled());
            mend(broker, link, drift, asked);
        }
        return agrees;
    }

    private boolean isCalm(BrokerId broker, Calm now) {
        Calm before = calm.get(broker);
        return before != null
                && before.link() == now.link()
                // While many rows are being written, the numbers differ by those that were written since the look.
                && (before.others() == now.others() || rows.areBeingWritten(broker))
                && before.foundAt().plus(interval).isAfter(now.foundAt());
    }

    private Drift compare(
            BrokerId broker, Collection<StoredEntry> found, Function<Collection<PeriodicTask>, Desired> asked) {
        Desired desired = asked.apply(directory.tasksOf(broker));
        List<StoredEntry> stored = found.stream()
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
