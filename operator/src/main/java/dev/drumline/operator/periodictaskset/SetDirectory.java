// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.periodictaskset.ledger.RowLedgers;
import dev.drumline.operator.periodictaskset.ledger.SetId;
import dev.drumline.operator.periodictaskset.source.ConfigMapWatches;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The sets that the operator knows of, and the way to have one look again. */
@ApplicationScoped
public class SetDirectory {
    private final RowLedgers ledgers;
    private final ConfigMapWatches watches;
    private volatile Cache<PeriodicTaskSet> cache;

    public SetDirectory(RowLedgers ledgers, ConfigMapWatches watches) {
        this.ledgers = ledgers;
        this.watches = watches;
    }

    /** Called once, before any set is reconciled. */
    void attach(Cache<PeriodicTaskSet> primaryCache, SimpleInboundEventSource<PeriodicTaskSet> wakeUps) {
        cache = primaryCache;
        ledgers.attach(set -> wakeUps.propagateEvent(set.resource()));
        watches.attach(wakeUps::propagateEvent);
    }

    /** Whether the set is still there, and is not another one by its name. */
    boolean has(SetId id) {
        return cache == null
                || cache.get(id.resource())
                        .filter(set -> SetId.of(set).equals(id))
                        .isPresent();
    }

    List<PeriodicTaskSet> setsOf(BrokerId broker) {
        return cache == null
                ? List.of()
                : cache.list(set -> SetPlacement.brokerOf(set).equals(broker)).toList();
    }
}
