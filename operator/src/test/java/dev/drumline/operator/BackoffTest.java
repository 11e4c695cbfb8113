// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.common.Condition;
import dev.drumline.operator.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Condition TROUBLE =
            new Condition("Ready", "Unknown", 1L, "2026-11-24T08:00:00Z", "RedisUnreachable", "");

    @ParameterizedTest
    @CsvSource({"PT0S,PT1S", "PT4S,PT1S", "PT40S,PT10S", "PT2M,PT30S", "PT24H,PT30S"})
    void shouldWaitAQuarterOfTheTimeThatTheTroubleHasLasted(Duration lasted, Duration wait) {
        var clock = new SettableClock("2026-11-24T08:00:00Z");
        clock.advance(lasted);
        assertThat(Backoff.after(TROUBLE, clock)).isEqualTo(wait);
    }
}
