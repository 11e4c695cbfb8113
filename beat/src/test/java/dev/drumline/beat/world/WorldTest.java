// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Beats in a simulated world. {@code -Ddrumline.world.runs=500000} makes it long, {@code -Ddrumline.world.seed=N} begins elsewhere;
 * what fails is shown with its seed, its script and its history, and runs the same way again.
 */
class WorldTest {

    private static final long RUNS = Long.getLong("drumline.world.runs", 10_000);
    private static final long FIRST_SEED = Long.getLong("drumline.world.seed", 1);
    private static final int SHOWN = 3;

    @Test
    void shouldQueueEveryOccurrenceOnceWhateverHappens() {
        System.out.printf("%d worlds, seeds from %d on%n", RUNS, FIRST_SEED);

        List<String> failures = LongStream.range(FIRST_SEED, FIRST_SEED + RUNS)
                .parallel()
                .boxed()
                .flatMap(seed -> Run.FAITHFUL.failure(seed).stream())
                .limit(SHOWN)
                .toList();

        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 5753})
    void shouldRunTheSameWayAgain(long seed) {
        assertThat(history(seed)).isEqualTo(history(seed)).isNotEmpty();
    }

    private static List<Happened> history(long seed) {
        World world = new World(Scenarios.of(seed), Run.FAITHFUL);
        world.run();
        return world.server().history();
    }
}
