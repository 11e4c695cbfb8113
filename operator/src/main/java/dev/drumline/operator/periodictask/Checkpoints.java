// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.operator.periodictaskset.RowPatrol;
import dev.drumline.operator.validation.MinimumPeriods;
import dev.drumline.schedule.partition.Partitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The checkpoints of all brokers; each looks at every task and row of its broker, so they are taken twice a minute. */
@ApplicationScoped
public class Checkpoints {
    static final Duration INTERVAL = Duration.ofSeconds(30);

    private record Taken(Instant takenAt, Optional<Instant> firedThrough) {}

    private final TaskDirectory directory;
    private final RowPatrol rows;
    private final Map<BrokerId, Taken> taken = new ConcurrentHashMap<>();

    public Checkpoints(TaskDirectory directory, RowPatrol rows) {
        this.directory = directory;
        this.rows = rows;
    }

    /** The broker's present checkpoint, at most half a minute old; the one before while Redis has lost more than that. */
    public Optional<Instant> firedThrough(TaskBroker broker, BrokerSight sight) {
        Optional<Instant> before = Resumption.checkpoint(broker);
        if (sight.marks().size() < broker.getSpec().partitions()) {
            return before;
        }
        return Stream.concat(before.stream(), present(broker, sight).stream()).max(Comparator.naturalOrder());
    }

    private Optional<Instant> present(TaskBroker broker, BrokerSight sight) {
        return taken.compute(
                        BrokerId.of(broker), (id, before) -> isRecent(before, sight) ? before : take(broker, sight))
                .firedThrough();
    }

    private static boolean isRecent(Taken before, BrokerSight sight) {
        return before != null && before.takenAt().plus(INTERVAL).isAfter(sight.seenAt());
    }

    private Taken take(TaskBroker broker, BrokerSight sight) {
        int partitions = broker.getSpec().partitions();
        Desired desired = Desired.of(
                directory.tasksOf(BrokerId.of(broker)),
                MinimumPeriods.of(Optional.of(broker)),
                id -> sight.mark(Partitions.of(id, partitions)));
        Checkpoint checkpoint = new Checkpoint(sight, id -> Partitions.of(id, partitions));
        desired.entries().forEach(entry -> checkpoint.add(entry.id(), entry.schedule()));
        rows.forEachStored(BrokerId.of(broker), checkpoint::add);
        return new Taken(sight.seenAt(), checkpoint.firedThrough());
    }
}
