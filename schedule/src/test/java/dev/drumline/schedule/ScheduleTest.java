// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each schedule has for instants, which are finer than its milliseconds. */
class ScheduleTest {
    private static final Instant FIVE = Instant.ofEpochSecond(5);

    private final Schedule seconds = new FixedPeriod(1_000, 0);

    @Test
    void shouldBeStrictlyAfterAndBeforeInNanosecondsToo() {
        assertThat(seconds.next(FIVE.minusNanos(1))).contains(FIVE);
        assertThat(seconds.next(FIVE)).contains(FIVE.plusSeconds(1));
        assertThat(seconds.previous(FIVE.plusNanos(1))).contains(FIVE);
        assertThat(seconds.previous(FIVE)).contains(FIVE.minusSeconds(1));
        Instant fraction = FIVE.plusMillis(250);
        assertThat(new FixedPeriod(1_000, 250).previous(fraction)).contains(fraction.minusSeconds(1));
    }

    @Test
    void shouldTellWhenNothingFollowsOrPrecedes() {
        assertThat(new SingleInstant(5_000).next(FIVE)).isEmpty();
        assertThat(new SingleInstant(5_000).previous(FIVE)).isEmpty();
    }

    @Test
    void shouldFindThroughTheLastMillisecond() {
        assertThat(seconds.between(FIVE, FIVE.plusSeconds(2), 10))
                .containsExactly(FIVE.plusSeconds(1), FIVE.plusSeconds(2));
    }

    @Test
    void shouldFindNoMoreThanTheLimit() {
        assertThat(seconds.between(FIVE, FIVE.plusSeconds(60), 2))
                .containsExactly(FIVE.plusSeconds(1), FIVE.plusSeconds(2));
        assertThat(seconds.between(FIVE, FIVE.plusSeconds(60), 0)).isEmpty();
    }

    @Test
    void shouldPromiseNoGapButTheMillisecondUnlessItKnowsBetter() {
        assertThat(new United(List.of(seconds, new FixedPeriod(1_000, 1))).leastGapMillis())
                .isOne();
        assertThat(new Bounded(seconds, 0, 10_000).leastGapMillis()).isEqualTo(1_000);
    }
}
