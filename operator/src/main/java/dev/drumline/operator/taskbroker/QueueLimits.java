// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.crds.taskbroker.QueueDefaults;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.workerpool.QueueSpec;
import dev.drumline.crds.workerpool.WorkerPool;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How deep each queue of a broker may get: the least that any pool says, else the broker's default. */
final class QueueLimits {
    private QueueLimits() {}

    static QueueSettings of(TaskBroker broker, Collection<WorkerPool> pools) {
        Map<String, Long> limits = new HashMap<>();
        for (WorkerPool pool : pools) {
            for (QueueSpec queue : pool.getSpec().queues()) {
                if (queue.maxDepth() != null) {
                    limits.merge(queue.name(), queue.maxDepth().longValue(), Math::min);
                }
            }
        }
        QueueDefaults defaults = broker.getSpec().queueDefaults();
        if (defaults != null && defaults.maxDepth() != null) {
            limits.put(QueueSettings.OTHERS, defaults.maxDepth().longValue());
        }
        return new QueueSettings(Map.copyOf(limits));
    }
}
