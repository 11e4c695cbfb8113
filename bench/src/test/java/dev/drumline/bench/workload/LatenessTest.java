// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {

    @Test
    void shouldTellLatenessAltogetherAndOfEachSecond() {
        // Given
        Lateness lateness = new Lateness(10_000_000);
        // When
        lateness.record(10_000, 10_002_000);
        lateness.record(10_500, 10_504_000);
        lateness.record(12_000, 12_100_000);
        // Then
        assertThat(lateness.seconds()).extracting(Lateness.Second::messages).containsExactly(2L, 0L, 1L);
        assertThat(lateness.seconds()).extracting(Lateness.Second::at).containsExactly(0, 1, 2);
        assertThat(lateness.seconds().getFirst().maxMs()).isBetween(4.0, 4.01);
        assertThat(lateness.percentilesMs().p50()).isBetween(4.0, 4.01);
        assertThat(lateness.percentilesMs().max()).isBetween(100.0, 100.1);
    }
}
