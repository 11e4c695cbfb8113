// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import dev.drumline.operator.condition.Conditions;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place where the system's clock is wired in. */
class Wiring {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    Conditions conditions(Clock clock) {
        return new Conditions(clock);
    }
}
