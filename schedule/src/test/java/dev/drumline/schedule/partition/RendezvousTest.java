// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RendezvousTest {

    @Test
    void shouldAssignNothingWithoutBeats() {
        assertThat(Rendezvous.assign(64, List.of())).isEmpty();
    }

    @Test
    void shouldNeverChange() {
        assertThat(Rendezvous.assign(8, List.of("beat-0", "beat-1")))
                .containsExactly("beat-0", "beat-1", "beat-1", "beat-0", "beat-1", "beat-0", "beat-1", "beat-1");
    }

    @Property(tries = 200)
    void shouldMoveOnlyWhatANewBeatTakes(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = 1, max = 20) int n) {
        List<String> few = beats(seed, n);
        List<String> more = beats(seed, n + 1);
        String added = more.getLast();
        List<String> before = Rendezvous.assign(64, few);
        List<String> after = Rendezvous.assign(64, more);
        for (int partition = 0; partition < 64; partition++) {
            assertThat(after.get(partition)).isIn(before.get(partition), added);
        }
    }

    @Property(tries = 50)
    void shouldNotCareForTheOrderOfTheBeats(@ForAll @IntRange(max = 1_000_000) int seed) {
        List<String> reversed = new ArrayList<>(beats(seed, 9));
        Collections.reverse(reversed);
        assertThat(Rendezvous.assign(64, reversed)).isEqualTo(Rendezvous.assign(64, beats(seed, 9)));
    }

    @Test
    void shouldShareEvenly() {
        List<String> beats = beats(1, 8);
        long[] shares = new long[beats.size()];
        Stream<String> owners = Rendezvous.assign(100_000, beats).stream();
        owners.forEach(owner -> shares[beats.indexOf(owner)]++);
        assertThat(ChiSquare.of(shares)).isLessThan(ChiSquare.bound(shares.length));
    }

    private static List<String> beats(int seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "default-beat-6d4f" + seed + "-" + Integer.toString(seed * 31 + i * 7919, 36))
                .toList();
    }
}
