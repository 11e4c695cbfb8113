// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.status;

import java.util.List;
import java.util.Map;

/**
 * A broker as it stands in Redis at one instant.
 *
 * @param fired occurrences fired since the broker began
 * @param missed occurrences let go since the broker began
 * @param latenessMs of what the live beats fired in the last five minutes
 * @param queues all that a beat fires into or a worker drains, by name
 * @param beats the live ones, by name
 * @param workers the live ones, by name
 */
public record BrokerStatus(
        long fired,
        long missed,
        LatenessMs latenessMs,
        List<QueueStatus> queues,
        Map<String, BeatReport> beats,
        Map<String, WorkerReport> workers) {

    /** How many entries the live beats hold. */
    public long schedules() {
        return beats.values().stream().mapToLong(BeatReport::schedules).sum();
    }

    /** How many partitions the live beats hold. */
    public int partitionsHeld() {
        return beats.values().stream().mapToInt(BeatReport::partitions).sum();
    }
}
