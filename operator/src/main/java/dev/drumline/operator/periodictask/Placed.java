// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.LastRunNow;
import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of a task.
 *
 * @param status what to report; empty to leave what was reported
 * @param again when to look again, unless something happens before
 */
record Placed(Optional<PeriodicTaskStatus> status, Optional<Duration> again) {
    static Placed settled(PeriodicTaskStatus status) {
        return new Placed(Optional.of(status), Optional.empty());
    }

    static Placed until(PeriodicTaskStatus status, Duration again) {
        return new Placed(Optional.of(status), Optional.of(again));
    }

    static Placed waiting(Duration again) {
        return new Placed(Optional.empty(), Optional.of(again));
    }

    /** Sooner, if that is sooner. */
    Placed lookAgain(Duration soon) {
        return new Placed(
                status, again.filter(later -> later.compareTo(soon) < 0).or(() -> Optional.of(soon)));
    }

    Placed with(LastRunNow run) {
        return new Placed(status.map(reported -> reported.with(run)), again);
    }
}
