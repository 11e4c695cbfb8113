// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import dev.drumline.broker.status.BrokerStatus;
import dev.drumline.broker.status.QueueStatus;
import dev.drumline.broker.status.WorkerReport;
import dev.drumline.crds.workerpool.QueueSpec;
import dev.drumline.crds.workerpool.WorkerPool;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a pool has to do.
 *
 * @param busy tasks that run; null when it is not known
 * @param depth messages that wait on its queues; null when it is not known
 */
record Load(Integer busy, Long depth) {
    static final Load UNKNOWN = new Load(null, null);

    /** Stock Celery workers send no reports: of a pool of theirs the depth alone is known. */
    static Load of(WorkerPool pool, BrokerStatus reports) {
        String name =
                pool.getMetadata().getNamespace() + "/" + pool.getMetadata().getName();
        Set<String> queues =
                pool.getSpec().queues().stream().map(QueueSpec::name).collect(Collectors.toSet());
        int busy = reports.workers().values().stream()
                .filter(worker -> worker.pool().equals(name))
                .mapToInt(WorkerReport::busy)
                .sum();
        long depth = reports.queues().stream()
                .filter(queue -> queues.contains(queue.name()))
                .mapToLong(QueueStatus::depth)
                .sum();
        return new Load(busy, depth);
    }
}
