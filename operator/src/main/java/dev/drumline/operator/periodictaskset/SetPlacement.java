// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.periodictaskset.PeriodicTaskSetStatus;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.Backoff;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.link.BrokerRefusal;
import dev.drumline.operator.link.RedisUnreachableException;
import dev.drumline.operator.periodictaskset.reading.Progress;
import dev.drumline.operator.periodictaskset.reading.SetRows;
import dev.drumline.operator.periodictaskset.source.UnheardException;
import dev.drumline.operator.periodictaskset.template.RowTemplate;
import dev.drumline.operator.validation.MinimumPeriods;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Brings a valid set's rows into its broker. */
@ApplicationScoped
public class SetPlacement {
    /** A link is opened by the broker's own reconciliation, within a moment of the operator's start. */
    private static final Duration LINK_OPENS = Duration.ofMillis(300);

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final BrokerLinks links;
    private final SetRows rows;
    private final PeriodicTaskSetStatuses statuses;
    private final Clock clock;

    public SetPlacement(BrokerLinks links, SetRows rows, PeriodicTaskSetStatuses statuses, Clock clock) {
        this.links = links;
        this.rows = rows;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** The broker that the set's rows belong to. */
    static BrokerId brokerOf(PeriodicTaskSet set) {
        String name = set.getSpec().template().path("brokerRef").path("name").asText("default");
        return new BrokerId(set.getMetadata().getNamespace(), name);
    }

    PlacedSet place(PeriodicTaskSet set, Optional<TaskBroker> broker) {
        BrokerId id = brokerOf(set);
        if (broker.isEmpty()) {
            return PlacedSet.settled(statuses.brokerMissing(set, id));
        }
        Optional<BrokerLink> link = links.find(id).filter(BrokerLink::wasAsked);
        if (link.isEmpty()) {
            return BrokerRefusal.of(broker.get())
                    .map(refusal -> PlacedSet.settled(statuses.brokerRefused(set, id, refusal.message())))
                    .orElseGet(() -> PlacedSet.waiting(LINK_OPENS));
        }
        try {
            return store(set, broker, link.get());
        } catch (UnheardException e) {
            return PlacedSet.until(statuses.unheard(set, e.why()), Backoff.MOST);
        } catch (RedisUnreachableException e) {
            return waitForRedis(set, e);
        }
    }

    private PlacedSet store(PeriodicTaskSet set, Optional<TaskBroker> broker, BrokerLink link) {
        RowTemplate template = RowTemplate.read(set.getSpec().template());
        Progress progress = rows.bring(set, template, MinimumPeriods.of(broker), brokerOf(set), link);
        return progress.pending() > 0
                ? PlacedSet.until(statuses.underway(set, progress.summary(), progress.pending()), AT_ONCE)
                : PlacedSet.settled(statuses.done(set, progress.summary(), isSuspended(template)));
    }

    private static boolean isSuspended(RowTemplate template) {
        return template.outline().suspend();
    }

    /** What was accepted before still stands: beats fire it as soon as Redis is back. Only what is new has to wait. */
    private PlacedSet waitForRedis(PeriodicTaskSet set, RedisUnreachableException why) {
        if (isAccepted(set)) {
            return PlacedSet.waiting(Backoff.MOST);
        }
        PeriodicTaskSetStatus status = statuses.redisUnreachable(set, why.getMessage());
        Condition ready = Conditions.find(status.conditions(), Conditions.READY);
        return PlacedSet.until(status, Backoff.after(ready, clock));
    }

    private static boolean isAccepted(PeriodicTaskSet set) {
        PeriodicTaskSetStatus status = set.getStatus();
        Condition ready = status == null ? null : Conditions.find(status.conditions(), Conditions.READY);
        return ready != null
                && ready.status().equals("True")
                && Objects.equals(status.observedGeneration(), set.getMetadata().getGeneration());
    }

    /** The set is gone. This doesn't wait; where Redis doesn't answer, the patrol deletes the rows later. */
    void remove(PeriodicTaskSet set) {
        rows.forget(set);
    }
}
