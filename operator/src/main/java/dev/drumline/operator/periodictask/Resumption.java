// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.operator.event.Events;
import dev.drumline.operator.link.Await;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerSight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Lets a broker go on whose Redis was emptied, brought back from an old dump, or is another one: from the checkpoint, as soon
 * as all its schedules are back. What was due in between goes through each task's catch-up policy.
 */
@ApplicationScoped
public class Resumption {
    private static final Logger LOG = Logger.getLogger(Resumption.class);

    /** So much a failover may lose, with what was queued: it is fired again. Marks further back come from an old dump. */
    private static final Duration FAILOVER = Duration.ofMinutes(1);

    private static final Instant NEVER = Instant.EPOCH;

    private final Conditions conditions;
    private final Events events;
    private final Set<BrokerId> wentBack = ConcurrentHashMap.newKeySet();

    public Resumption(Conditions conditions, Events events) {
        this.conditions = conditions;
        this.events = events;
    }

    /** Up to when everything was done when its status was last written. */
    public static Optional<Instant> checkpoint(TaskBroker broker) {
        return Optional.ofNullable(broker.getStatus())
                .map(status -> status.firedThroughTime())
                .map(Instant::parse);
    }

    /**
     * Whether this Redis is not the one that it was: it must be compared with what it should have.
     *
     * @param before what was seen of it before; empty the first time
     */
    public boolean isDoubtful(TaskBroker broker, Optional<BrokerSight> before, BrokerSight sight) {
        if (wentBack(broker, before, sight)) {
            wentBack.add(BrokerId.of(broker));
        }
        return hasLost(broker, sight) || wentBack.contains(BrokerId.of(broker));
    }

    /**
     * @param schedulesAreBack whether Redis has all that it should have
     * @return whether all partitions can be fired
     * @throws dev.drumline.operator.link.RedisUnreachableException when Redis doesn't answer
     */
    public boolean resume(TaskBroker broker, BrokerLink link, BrokerSight sight, boolean schedulesAreBack) {
        BrokerId id = BrokerId.of(broker);
        Optional<Instant> checkpoint = checkpoint(broker);
        boolean hasLost = hasLost(broker, sight);
        if (!hasLost && !wentBack.contains(id)) {
            return true;
        }
        if (checkpoint.isPresent() && !schedulesAreBack) {
            return false;
        }
        Instant from = checkpoint.orElse(sight.seenAt());
        long begun = Await.answer(link.schedules().begin(from, wentBack.contains(id) ? from : NEVER));
        wentBack.remove(id);
        LOG.infof("partitions begin broker=%s partitions=%d from=%s", id, begun, from);
        if (checkpoint.isPresent() && begun > 0) {
            tell(broker, from);
        }
        return true;
    }

    private static boolean hasLost(TaskBroker broker, BrokerSight sight) {
        return sight.marks().size() < broker.getSpec().partitions();
    }

    /** A quiet partition's mark is old, and none ever goes back by itself. */
    private static boolean wentBack(TaskBroker broker, Optional<BrokerSight> before, BrokerSight sight) {
        if (before.isPresent()) {
            return sight.marks().entrySet().stream().anyMatch(partition -> before.get()
                    .mark(partition.getKey())
                    .filter(mark -> partition.getValue().isBefore(mark.minus(FAILOVER)))
                    .isPresent());
        }
        Optional<Instant> youngest = sight.marks().values().stream().max(Comparator.naturalOrder());
        return checkpoint(broker)
                .filter(at -> youngest.isPresent() && youngest.get().isBefore(at.minus(FAILOVER)))
                .isPresent();
    }

    private void tell(TaskBroker broker, Instant from) {
        events.tell(
                broker,
                conditions.no(
                        broker,
                        Conditions.REDIS_KEEPS_DATA,
                        Reasons.DATA_LOST,
                        "Redis had lost data; the schedules are written back, and what was due since " + from
                                + " goes through each task's catchUp"));
    }
}
