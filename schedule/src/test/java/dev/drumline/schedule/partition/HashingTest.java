// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.partition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashingTest {

    /** Computed by another program: what is in Redis depends on these, so they may never change. */
    @ParameterizedTest
    @CsvSource({
        "'', 0, efd01f60ba992926",
        "a, 0, 82a2a958a9bece5b",
        "default/check-cpu-42, 1, e6986bac8df833a8",
        "default/check-cpu-42, 2, a54ea96dc23d2fa5",
        "metrics/höhe, 3, cb4422be9a22dad7",
        "shop/orders/row-000017, -1, 88fec0253140230d"
    })
    void shouldNeverChange(String text, long seed, String hash) {
        assertThat(Long.toHexString(StableHash.of(text, seed))).isEqualTo(hash);
    }

    @ParameterizedTest
    @CsvSource({
        "default/check-cpu-42, 64, 40",
        "default/check-cpu-43, 64, 43",
        "metrics/höhe, 1024, 550",
        "a/b, 1, 0",
        "shop/orders/row-000017, 7, 5"
    })
    void shouldNeverMoveAnEntry(String entryId, int partitions, int partition) {
        assertThat(Partitions.of(entryId, partitions)).isEqualTo(partition);
    }

    @Test
    void shouldFillPartitionsEvenlyWithRealLookingNames() {
        for (String pattern : new String[] {"metrics/check-cpu-%d", "team-%d/report", "shop/orders/row-%06d", "a/%x"}) {
            for (int partitions : new int[] {2, 7, 64, 1024}) {
                long[] counts = new long[partitions];
                for (int i = 0; i < 100_000; i++) {
                    counts[Partitions.of(String.format(pattern, i), partitions)]++;
                }
                assertThat(ChiSquare.of(counts)).as(pattern).isLessThan(ChiSquare.bound(partitions));
            }
        }
    }
}
