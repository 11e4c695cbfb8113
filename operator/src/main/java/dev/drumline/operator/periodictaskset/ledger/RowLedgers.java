// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.operator.link.BrokerId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The ledgers of all brokers. */
@ApplicationScoped
public class RowLedgers {
    private final Map<BrokerId, RowLedger> ledgers = new ConcurrentHashMap<>();
    private volatile Consumer<SetId> concerned = set -> {};

    /** Called once, before any set is reconciled. */
    public void attach(Consumer<SetId> listener) {
        concerned = listener;
    }

    public RowLedger of(BrokerId broker) {
        return ledgers.computeIfAbsent(broker, id -> new RowLedger(id.namespace(), set -> concerned.accept(set)));
    }
}
