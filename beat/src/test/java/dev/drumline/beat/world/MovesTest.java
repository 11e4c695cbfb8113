// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.beat.world.Trouble.KillBeat;
import dev.drumline.beat.world.Trouble.StopBeat;
import dev.drumline.beat.world.Trouble.TerminateBeat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How long nothing of a partition is fired while it changes hands. */
class MovesTest {

    private static final Duration PLANNED = Duration.ofMillis(250);
    private static final Duration TAKEOVER = Duration.ofSeconds(3);
    private static final Instant BEGAN = Instant.parse("2026-06-11T14:23:51Z");
    private static final int BEATS = 4;
    private static final int PARTITIONS = 16;
    private static final int MILLIS = 9_000;
    private static final int CALM_AFTER_MILLIS = 1_500;
    private static final int SEEDS = 100;

    @Test
    void shouldMoveAtOnceWhenBeatsComeAndGo() {
        assertThat(longestGap(at -> List.of(new TerminateBeat(at, 0, 2_000)))).isLessThanOrEqualTo(PLANNED);
    }

    /** The last to leave may have been about to take what the first gave back, 50 ms before. */
    @Test
    void shouldMoveAtOnceWhenMostBeatsComeOrGoTogether() {
        assertThat(longestGap(at -> List.of(
                        new TerminateBeat(at, 1, 2_000),
                        new TerminateBeat(at + 10, 2, 2_000),
                        new TerminateBeat(at + 50, 3, 2_000))))
                .isLessThanOrEqualTo(PLANNED.plusMillis(50));
    }

    @Test
    void shouldTakeOverFromABeatThatWasKilled() {
        assertThat(longestGap(at -> List.of(new KillBeat(at, 0, 4_000)))).isBetween(PLANNED, TAKEOVER);
    }

    @Test
    void shouldTakeOverFromAllThatWereKilledButOne() {
        assertThat(longestGap(at -> List.of(
                        new KillBeat(at, 0, 4_000), new KillBeat(at + 20, 1, 4_000), new KillBeat(at + 70, 2, 4_000))))
                .isBetween(PLANNED, TAKEOVER);
    }

    @Test
    void shouldTakeOverFromABeatThatWasStopped() {
        assertThat(longestGap(at -> List.of(new StopBeat(at, 0, 5_000)))).isBetween(PLANNED, TAKEOVER);
    }

    /** The latest that any occurrence was queued, in worlds in which this happens at some time. */
    private static Duration longestGap(LongFunction<List<Trouble>> troubles) {
        return LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> gap(seed, troubles.apply(2_000 + 7 * seed)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration gap(long seed, List<Trouble> troubles) {
        World world = new World(
                new Scenario(seed, BEGAN, BEATS, PARTITIONS, 0, MILLIS, 0.0001, 1_500, troubles), Run.FAITHFUL);
        assertThat(world.run()).as("seed %d", seed).isEmpty();
        long calm = BEGAN.toEpochMilli() + CALM_AFTER_MILLIS;
        return Duration.ofMillis(world.server().history().stream()
                .map(happened -> happened instanceof Happened.Fired fired ? fired : null)
                .filter(Objects::nonNull)
                .flatMapToLong(fired -> fired.queued().stream()
                        .filter(message -> message.dueMillis() > calm)
                        .mapToLong(message -> fired.millis() - message.dueMillis()))
                .max()
                .orElseThrow());
    }
}
