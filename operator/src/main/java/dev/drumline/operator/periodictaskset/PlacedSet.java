// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset;

import dev.drumline.crds.periodictaskset.PeriodicTaskSetStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a set.
 *
 * @param status what to report; empty to leave what was reported
 * @param again when to look again, unless something happens before
 */
record PlacedSet(Optional<PeriodicTaskSetStatus> status, Optional<Duration> again) {
    static PlacedSet settled(PeriodicTaskSetStatus status) {
        return new PlacedSet(Optional.of(status), Optional.empty());
    }

    static PlacedSet until(PeriodicTaskSetStatus status, Duration again) {
        return new PlacedSet(Optional.of(status), Optional.of(again));
    }

    static PlacedSet waiting(Duration again) {
        return new PlacedSet(Optional.empty(), Optional.of(again));
    }
}
