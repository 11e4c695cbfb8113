// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.periodictaskset.ledger.LedgerLook;
import dev.drumline.operator.periodictaskset.ledger.RowLedger;
import dev.drumline.operator.periodictaskset.ledger.RowLedgers;
import dev.drumline.operator.periodictaskset.reading.SetStates;
import dev.drumline.schedule.spec.ScheduleSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Looks after the rows of a broker in Redis: finds those that are missing, and deletes those that no set has. */
@ApplicationScoped
public class RowPatrol {
    private final SetDirectory directory;
    private final SetLister lister;
    private final SetStates states;
    private final RowLedgers ledgers;

    public RowPatrol(SetDirectory directory, SetLister lister, SetStates states, RowLedgers ledgers) {
        this.directory = directory;
        this.lister = lister;
        this.states = states;
        this.ledgers = ledgers;
    }

    /** How many rows Redis holds, as far as it was told. */
    public int countStored(BrokerId broker) {
        return ledgers.of(broker).countStored();
    }

    /** Every row that Redis holds: its entry's id and schedule. */
    public void forEachStored(BrokerId broker, BiConsumer<String, ScheduleSpec> row) {
        ledgers.of(broker).forEachStored(row);
    }

    /** Whether a set has many rows to write and is not done with it. */
    public boolean areBeingWritten(BrokerId broker) {
        return directory.setsOf(broker).stream().anyMatch(set -> states.isUnderway(set));
    }

    /** Looks at all that Redis holds. Sets whose rows are missing or not as they should be write them again. */
    public LedgerLook look(BrokerId broker, BrokerLink link) {
        return ledgers.of(broker).reload(link.schedules());
    }

    /**
     * Deletes what no set has. Rows whose set was never seen go only once every set is known to its last row: one that is
     * refused, or of which some key can't be read, keeps them all.
     */
    public void sweep(BrokerId broker, BrokerLink link) {
        states.dropUnless(directory::has);
        RowLedger ledger = ledgers.of(broker);
        if (ledger.hasSurplus(true)) {
            boolean complete = areComplete(broker, directory.setsOf(broker))
                    && areComplete(broker, lister.list(broker.namespace()));
            ledger.sweep(link.schedules(), complete);
        }
    }

    private boolean areComplete(BrokerId broker, Collection<PeriodicTaskSet> sets) {
        return sets.stream()
                .filter(set -> SetPlacement.brokerOf(set).equals(broker))
                .allMatch(set -> states.isComplete(set, broker));
    }
}
