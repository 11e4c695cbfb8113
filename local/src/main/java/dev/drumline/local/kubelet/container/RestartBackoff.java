// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import java.time.Duration;

/** How long a container waits before it is started again: not at all at first, then 1, 2, 4 … 30 s. */
final class RestartBackoff {

    private static final Duration CAP = Duration.ofSeconds(30);

    /** A life of this length makes the next end a first one again. */
    private static final Duration HEALTHY = Duration.ofMinutes(2);

    private int endsInARow;

    /** @param life how long the container ran before it ended */
    Duration next(Duration life) {
        endsInARow = life.compareTo(HEALTHY) >= 0 ? 1 : endsInARow + 1;
        if (endsInARow == 1) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(endsInARow - 2, 5));
        return delay.compareTo(CAP) > 0 ? CAP : delay;
    }
}
