// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentLatenessTest {

    private static final long START = -5;

    private final RecentLateness recent = new RecentLateness(START);

    @Test
    void shouldKeepWhatWasLateInTheLastMinutes() {
        recent.record(2_000, after(0));
        recent.record(4_000, after(239));

        assertThat(recent.at(after(299)).count()).isEqualTo(2);
        assertThat(recent.at(after(299)).millisAt(100)).isBetween(3.9, 4.1);
    }

    @Test
    void shouldForgetWhatWasLateFiveMinutesAgo() {
        recent.record(900_000, after(10));
        recent.record(1_000, after(70));

        assertThat(recent.at(after(301)).count()).isEqualTo(1);
        assertThat(recent.at(after(301)).millisAt(100)).isLessThan(2);
    }

    @Test
    void shouldForgetAllAfterALongPause() {
        recent.record(900_000, after(10));

        assertThat(recent.at(after(86_400)).count()).isZero();
    }

    private static long after(long seconds) {
        return START + TimeUnit.SECONDS.toNanos(seconds);
    }
}
