// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.testing;

import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.periodictaskset.RowPatrol;
import dev.drumline.operator.periodictaskset.SetDirectory;
import dev.drumline.operator.periodictaskset.ledger.RowLedgers;
import dev.drumline.operator.periodictaskset.reading.SetStates;
import dev.drumline.operator.periodictaskset.source.ConfigMapWatches;
import dev.drumline.operator.periodictaskset.source.FakeConfigMaps;
import java.util.List;

/** What is asked of sets where there are none. */
public final class NoSets {
    private NoSets() {}

    public static RowPatrol patrol() {
        RowLedgers ledgers = new RowLedgers();
        BrokerLinks links = new BrokerLinks((where, settings) -> new FakeLink(where));
        return new RowPatrol(
                new SetDirectory(ledgers, new ConfigMapWatches(new FakeConfigMaps())),
                namespace -> List.of(),
                new SetStates(ledgers, links),
                ledgers);
    }
}
