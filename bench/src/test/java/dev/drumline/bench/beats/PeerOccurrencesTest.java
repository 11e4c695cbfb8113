// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.bench.workload.Ledger;
import org.junit.jupiter.api.Test;

class PeerOccurrencesTest {

    private final PeerOccurrences occurrences = new PeerOccurrences(10_000, 2);

    @Test
    void shouldHoldEachMessageAgainstItsPeriod() {
        // Given: both entries are due at 100 s, at 110 s and at 120 s
        occurrences.arrived(0, Ledger.UNKNOWN, 100_000_000);
        occurrences.arrived(1, Ledger.UNKNOWN, 103_000_000);
        occurrences.arrived(0, Ledger.UNKNOWN, 110_500_000);
        // When
        long missing = occurrences.end(125_000_000);
        // Then: 120 s of the first, 110 s and 120 s of the second
        assertThat(missing).isEqualTo(3);
        assertThat(occurrences.firstMillis()).isEqualTo(100_000);
        assertThat(occurrences.messages()).isEqualTo(3);
        assertThat(occurrences.lateness().percentilesMs().max()).isBetween(15_000.0, 15_020.0);
    }
}
