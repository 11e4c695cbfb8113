// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import dev.drumline.crds.common.Condition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long to wait before asking again: a quarter of the time that the trouble has lasted, for ever, within bounds. */
public final class Backoff {
    public static final Duration LEAST = Duration.ofSeconds(1);
    public static final Duration MOST = Duration.ofSeconds(30);

    private Backoff() {}

    /** @param trouble the condition that says what is waited for; its transition time is when that began */
    public static Duration after(Condition trouble, Clock clock) {
        Duration lasted = Duration.between(Instant.parse(trouble.lastTransitionTime()), clock.instant());
        Duration quarter = lasted.dividedBy(4);
        if (quarter.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return quarter.compareTo(MOST) > 0 ? MOST : quarter;
    }
}
