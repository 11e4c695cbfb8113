// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.status.BrokerStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What Redis shows of a broker at one instant.
 *
 * @param seenAt Redis' own time
 * @param reports what its beats and workers tell of themselves, and how deep its queues are
 * @param partitionsHeld whose lease is not over
 * @param schedules stored, over all partitions
 * @param marks by partition: every occurrence in it at or before that time is done; none where nothing was ever stored
 * @param evicts whether Redis may throw keys away when its memory is full
 */
public record BrokerSight(
        Instant seenAt,
        BrokerStatus reports,
        int partitionsHeld,
        long schedules,
        Map<Integer, Instant> marks,
        boolean evicts) {

    public BrokerSight {
        marks = Map.copyOf(marks);
    }

    /** Beats that have reported lately. */
    public int beats() {
        return reports.beats().size();
    }

    public Optional<Instant> mark(int partition) {
        return Optional.ofNullable(marks.get(partition));
    }
}
