// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RedisClockTest {

    private final RedisClock clock = new RedisClock();

    @Test
    void shouldTrustTheAnswerThatCameFastest() {
        observe(5_000_000, 900, 1_000);
        observe(7_300_000, 2_000, 3_000);
        observe(8_000_000, 3_000, 5_000);

        assertThat(clock.millisAt(millis(6_000))).isEqualTo(10_300);
    }

    @Test
    void shouldForgetOldAnswersSinceClocksDrift() {
        observe(9_000_000, 0, 1_000);
        for (int i = 0; i < 32; i++) {
            observe(5_000_000, -10_000, 1_000);
        }

        assertThat(clock.millisAt(millis(1_000))).isEqualTo(5_000);
    }

    @Test
    void shouldForgetAllThatCanNotBeTrueAnyMore() {
        observe(9_000_000, 900, 1_000);

        observe(5_000_000, 1_500, 2_000);

        assertThat(clock.millisAt(millis(2_000))).isEqualTo(5_000);
    }

    @Test
    void shouldKeepWhatMayBeTrueThoughAnAnswerCameLate() {
        observe(9_000_000, 900, 1_000);

        observe(9_100_000, 1_050, 4_000);

        assertThat(clock.millisAt(millis(4_000))).isEqualTo(12_000);
    }

    @Test
    void shouldNotBeAheadByARoundedMicrosecond() {
        clock.observe(5_000, new Arrived<>("", -1_500, -1_001));

        assertThat(clock.millisAt(-1_001)).isEqualTo(4);
        assertThat(clock.millisAt(-1_000)).isEqualTo(5);
    }

    @Test
    void shouldNotGuessBeforeTheFirstAnswer() {
        assertThat(clock.isKnown()).isFalse();
        assertThatThrownBy(() -> clock.millisAt(1)).isInstanceOf(IllegalStateException.class);
    }

    private void observe(long stampMicros, long sentMillis, long arrivedMillis) {
        clock.observe(stampMicros, new Arrived<>("", millis(sentMillis), millis(arrivedMillis)));
    }

    private static long millis(long millis) {
        return millis * 1_000_000;
    }
}
