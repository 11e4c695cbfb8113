// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartBackoffTest {

    private final RestartBackoff backoff = new RestartBackoff();

    @Test
    void shouldRestartAtOnceAndThenWaitLongerUpToHalfAMinute() {
        var delays =
                Stream.generate(() -> backoff.next(Duration.ZERO).toSeconds()).limit(8);

        assertThat(delays).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void shouldForgetAfterALongLife() {
        backoff.next(Duration.ZERO);
        backoff.next(Duration.ZERO);

        assertThat(backoff.next(Duration.ofMinutes(2))).isEqualTo(Duration.ZERO);
    }
}
