// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.status.BrokerStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What Redis shows of a broker at one instant.
 *
 * @param reports what its beats and workers tell of themselves, and how deep its queues are
 * @param partitionsHeld whose lease is not over
 * @param schedules stored, over all partitions
 * @param firedThrough every occurrence before it is done, in every partition; empty while some partition has no mark
 * @param evicts whether Redis may throw keys away when its memory is full
 */
public record BrokerSight(
        BrokerStatus reports, int partitionsHeld, long schedules, Optional<Instant> firedThrough, boolean evicts) {

    /** Beats that have reported lately. */
    public int beats() {
        return reports.beats().size();
    }
}
