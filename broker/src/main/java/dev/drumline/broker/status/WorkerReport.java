// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.status;

import java.util.List;
import java.util.Map;

/**
 * What a worker tells of itself with each heartbeat, since its start.
 *
 * @param pool {@code namespace/name} of its WorkerPool
 * @param concurrency how many tasks it runs at once
 * @param busy how many it runs now
 * @param startedAt RFC 3339
 */
public record WorkerReport(
        String pool,
        List<String> queues,
        int concurrency,
        int busy,
        boolean draining,
        String startedAt,
        long succeeded,
        long failed,
        Map<String, TaskRuns> tasks) {

    /** @param lastTime when one ended last, RFC 3339 */
    public record TaskRuns(long ok, long failed, String lastTime) {}
}
