// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RedisClockTest {

    private final RedisClock clock = new RedisClock();

    @Test
    void shouldTrustTheAnswerThatCameFastest() {
        clock.observe(5_000_000, 1_000_000_000);
        clock.observe(7_300_000, 3_000_000_000L);
        clock.observe(8_000_000, 5_000_000_000L);

        assertThat(clock.millisAt(6_000_000_000L)).isEqualTo(10_300);
    }

    @Test
    void shouldForgetAllWhenRedisClockWasSetBack() {
        clock.observe(5_000_000, 1_000_000_000);

        clock.restart(1_000_000, 2_000_000_000);

        assertThat(clock.millisAt(3_000_000_000L)).isEqualTo(2_000);
    }

    @Test
    void shouldForgetOldAnswersSinceClocksDrift() {
        clock.observe(9_000_000, 1_000_000_000);
        for (int i = 0; i < 32; i++) {
            clock.observe(5_000_000, 1_000_000_000);
        }

        assertThat(clock.millisAt(1_000_000_000)).isEqualTo(5_000);
    }

    @Test
    void shouldNotGuessBeforeTheFirstAnswer() {
        assertThat(clock.isKnown()).isFalse();
        assertThatThrownBy(() -> clock.millisAt(1)).isInstanceOf(IllegalStateException.class);
    }
}
