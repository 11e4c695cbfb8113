// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import java.time.Clock;

/** So many writes a second, over all resources; what was not used in a second is gone. */
public final class WriteBudget {
    private final int perSecond;
    private final Clock clock;
    private long second;
    private int used;

    public WriteBudget(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether one more write is allowed now. */
    synchronized boolean take() {
        long now = clock.millis() / 1000;
        if (now != second) {
            second = now;
            used = 0;
        }
        if (used >= perSecond) {
            return false;
        }
        used++;
        return true;
    }
}
