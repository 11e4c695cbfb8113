// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The bench must be able to see each fault that it says there is none of. */
class OccurrencesTest {

    private static final long PERIOD = 10_000;

    private final Occurrences occurrences = new Occurrences(PERIOD, new int[] {0, 1});

    @Test
    void shouldFindNothingWrongWhereEachOccurrenceCameOnce() {
        arrive(0, 1_000, 11_000, 21_000);
        occurrences.judge(0, 1_000, 21_000);
        occurrences.judge(1, 5_000, 4_000);
        assertThat(faults()).containsExactly(0, 0, 0, 0);
        assertThat(occurrences.messages()).isEqualTo(3);
    }

    @Test
    void shouldCountWhatIsLostInBetweenAtTheBeginningAndAtTheEnd() {
        arrive(0, 11_000, 41_000);
        occurrences.judge(0, 1_000, 61_000);
        assertThat(faults()).containsExactly(2 + 1 + 2, 0, 0, 0);
    }

    @Test
    void shouldCountAllOfAnEntryThatNeverCame() {
        occurrences.judge(1, 1_000, 31_000);
        assertThat(faults()).containsExactly(4, 0, 0, 0);
    }

    @Test
    void shouldCountWhatCameTwice() {
        arrive(0, 1_000, 11_000, 11_000, 1_000, 21_000);
        occurrences.judge(0, 1_000, 21_000);
        assertThat(faults()).containsExactly(0, 2, 0, 0);
    }

    @Test
    void shouldCountWhatCameEarly() {
        occurrences.arrived(0, 1_000, 999_999);
        occurrences.arrived(1, 1_000, 1_000_000);
        assertThat(faults()).containsExactly(0, 0, 1, 0);
    }

    @Test
    void shouldCountWhatNoRuleAsksForAndWhatTheMarkDoesNotCover() {
        arrive(0, 1_000, 11_500);
        arrive(1, 1_000, 11_000);
        occurrences.judge(1, 1_000, 1_000);
        assertThat(faults()[3]).isEqualTo(2);
    }

    @Test
    void shouldKnowWhenEachPartitionHasFired() {
        occurrences.arrived(0, 1_000, 1_000_500);
        assertThat(occurrences.allFireMicros()).isZero();
        occurrences.arrived(1, 2_000, 2_000_700);
        occurrences.arrived(0, 11_000, 11_000_000);
        assertThat(occurrences.allFireMicros()).isEqualTo(2_000_700);
    }

    @Test
    void shouldTellTheLatenessOfWhatWasDueInTheTimeThatIsMeasured() {
        occurrences.measure(10_000, 20_000);
        occurrences.arrived(0, 9_999, 15_000_000);
        occurrences.arrived(0, 19_999, 20_002_000);
        occurrences.arrived(1, 20_000, 29_000_000);
        assertThat(occurrences.lateness().messages()).isOne();
        assertThat(occurrences.lateness().percentilesMs().max()).isBetween(3.0, 3.01);
    }

    private void arrive(int entry, long... dues) {
        for (long due : dues) {
            occurrences.arrived(entry, due, due * 1_000 + 500);
        }
    }

    private long[] faults() {
        return new long[] {occurrences.lost(), occurrences.duplicated(), occurrences.early(), occurrences.unexpected()};
    }
}
