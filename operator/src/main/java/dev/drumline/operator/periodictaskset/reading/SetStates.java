// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.link.RedisUnreachableException;
import dev.drumline.operator.periodictaskset.ledger.RowLedgers;
import dev.drumline.operator.periodictaskset.ledger.SetId;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** What was read of all sets. */
@ApplicationScoped
public class SetStates {
    private final RowLedgers ledgers;
    private final BrokerLinks links;
    private final Executor background;
    private final Map<ResourceID, SetState> states = new ConcurrentHashMap<>();

    @Inject
    public SetStates(RowLedgers ledgers, BrokerLinks links) {
        this(
                ledgers,
                links,
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("rows").factory()));
    }

    /** @param background deletes the rows of sets that are gone: the watch, which says so, may not wait */
    SetStates(RowLedgers ledgers, BrokerLinks links, Executor background) {
        this.ledgers = ledgers;
        this.links = links;
        this.background = background;
    }

    /** A set that was moved to another broker, or deleted and made anew, begins anew. */
    SetState of(PeriodicTaskSet set, BrokerId broker) {
        SetId id = SetId.of(set);
        return states.compute(id.resource(), (resource, known) -> {
            if (known != null && known.set().equals(id) && known.broker().equals(broker)) {
                return known;
            }
            if (known != null) {
                background.execute(() -> release(known));
            }
            return new SetState(id, broker, ledgers.of(broker));
        });
    }

    void drop(ResourceID set) {
        SetState state = states.remove(set);
        if (state != null) {
            background.execute(() -> release(state));
        }
    }

    /** Drops what is known of sets that are no more, whatever the watch has told. */
    public void dropUnless(Predicate<SetId> exists) {
        states.values().stream()
                .filter(state -> !exists.test(state.set()))
                .filter(state -> states.remove(state.set().resource(), state))
                .forEach(state -> background.execute(() -> release(state)));
    }

    private void release(SetState state) {
        synchronized (state) {
            state.release();
        }
        try {
            links.find(state.broker()).ifPresent(link -> state.ledger().sweep(link.schedules(), false));
        } catch (RedisUnreachableException e) {
            // The patrol deletes them, once Redis is back.
        }
    }

    /** Whether the set has more to read at once. */
    public boolean isUnderway(PeriodicTaskSet set) {
        SetState state = states.get(ResourceID.fromResource(set));
        return state != null && state.isUnderway();
    }

    /** Whether all rows of the set are known. */
    public boolean isComplete(PeriodicTaskSet set, BrokerId broker) {
        SetState state = states.get(ResourceID.fromResource(set));
        return state != null
                && state.set().equals(SetId.of(set))
                && state.broker().equals(broker)
                && state.isComplete();
    }
}
