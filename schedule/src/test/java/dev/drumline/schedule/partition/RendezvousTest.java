// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendezvousTest {

    @Test
    void shouldAssignNothingWithoutBeats() {
        assertThat(Rendezvous.assign(64, List.of())).isEmpty();
    }

    /** Beats of two versions must agree while one takes over from the other. Computed by another program. */
    @Test
    void shouldNeverChange() {
        assertThat(Rendezvous.assign(8, List.of("beat-0", "beat-1")))
                .containsExactly("beat-0", "beat-1", "beat-1", "beat-0", "beat-1", "beat-0", "beat-1", "beat-0");
        assertThat(Rendezvous.assign(10, List.of("beat-0", "beat-1", "beat-2")))
                .containsExactly(
                        "beat-2", "beat-1", "beat-1", "beat-0", "beat-1", "beat-2", "beat-2", "beat-2", "beat-0",
                        "beat-0");
    }

    @Property(tries = 1000)
    void shouldGiveEqualShares(
            @ForAll @IntRange(max = 1_000_000) int seed,
            @ForAll @IntRange(min = 1, max = 1024) int partitions,
            @ForAll @IntRange(min = 1, max = 20) int beats) {
        assertThat(shares(Rendezvous.assign(partitions, beats(seed, beats)), beats(seed, beats)))
                .allSatisfy(share ->
                        assertThat(share).isBetween((long) partitions / beats, (long) Math.ceilDiv(partitions, beats)));
    }

    /** The promise of 20 %, for as many beats as can keep it: 13 have 4 or 5 partitions of 64, which is 19 % off, chance apart. */
    @Property(tries = 50)
    void shouldSplitTheLoadOfRealLookingNames(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = 1, max = 12) int beats) {
        List<String> names = beats(seed, beats);
        List<String> owners = Rendezvous.assign(64, names);
        long[] load = new long[beats];
        for (int i = 0; i < 60_000; i++) {
            load[names.indexOf(owners.get(Partitions.of("team-" + seed + "/check-" + i, 64)))]++;
        }
        double mean = 60_000.0 / beats;
        assertThat(LongStream.of(load).boxed())
                .allSatisfy(count -> assertThat((double) count).isBetween(0.8 * mean, 1.2 * mean));
    }

    /** The table of the class comment. */
    @ParameterizedTest
    @CsvSource({"1, 32.0, 32", "2, 22.5, 28", "3, 18.2, 23", "5, 13.6, 18", "8, 11.1, 18", "15, 10.6, 17"})
    void shouldMoveFewPartitionsWhenABeatComesOrGoes(int beats, double onAverage, int atMost) {
        int[] moves =
                IntStream.range(0, 300).map(seed -> moves(64, seed, beats)).toArray();
        assertThat(IntStream.of(moves).average().orElseThrow()).isLessThanOrEqualTo(onAverage);
        assertThat(IntStream.of(moves).max().orElseThrow()).isLessThanOrEqualTo(atMost);
        assertThat(IntStream.of(moves).min().orElseThrow()).isGreaterThanOrEqualTo(64 / (beats + 1));
    }

    @Property(tries = 50)
    void shouldNotCareForTheOrderOfTheBeats(@ForAll @IntRange(max = 1_000_000) int seed) {
        List<String> reversed = new ArrayList<>(beats(seed, 9));
        Collections.reverse(reversed);
        assertThat(Rendezvous.assign(64, reversed)).isEqualTo(Rendezvous.assign(64, beats(seed, 9)));
    }

    @Test
    void shouldNotCareForABeatThatIsNamedTwice() {
        assertThat(Rendezvous.assign(64, List.of("a", "b", "a"))).isEqualTo(Rendezvous.assign(64, List.of("a", "b")));
    }

    /** Which ones a beat gets is by chance: the first half of the partitions is no more its own than the second. */
    @Test
    void shouldScatterTheSharesOverThePartitions() {
        List<String> beats = beats(1, 8);
        List<String> owners = Rendezvous.assign(100_000, beats);
        assertThat(ChiSquare.of(shares(owners.subList(0, 50_000), beats).stream()
                        .mapToLong(Long::longValue)
                        .toArray()))
                .isLessThan(ChiSquare.bound(8));
        assertThat(new HashSet<>(owners.subList(0, 100))).hasSize(8);
    }

    private static int moves(int partitions, int seed, int beats) {
        List<String> before = Rendezvous.assign(partitions, beats(seed, beats));
        List<String> after = Rendezvous.assign(partitions, beats(seed, beats + 1));
        return (int) IntStream.range(0, partitions)
                .filter(partition -> !before.get(partition).equals(after.get(partition)))
                .count();
    }

    private static List<Long> shares(List<String> owners, List<String> beats) {
        return beats.stream()
                .map(beat -> (long) Collections.frequency(owners, beat))
                .toList();
    }

    private static List<String> beats(int seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "default-beat-6d4f" + seed + "-" + Integer.toString(seed * 31 + i * 7919, 36))
                .toList();
    }
}
