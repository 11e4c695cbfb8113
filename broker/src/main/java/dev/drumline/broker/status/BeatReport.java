// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.status;

import java.util.Map;
import java.util.Set;

/**
 * What a beat tells of itself with each heartbeat, since its start.
 *
 * @param startTime RFC 3339
 * @param partitions how many it holds
 * @param schedules how many entries these have
 * @param missed by reason
 * @param queues onto which its entries go
 * @param lateness of the last five minutes, {@link Lateness#encode}
 */
public record BeatReport(
        String startTime,
        int partitions,
        long schedules,
        long fired,
        Map<String, Long> missed,
        Set<String> queues,
        String lateness) {}
