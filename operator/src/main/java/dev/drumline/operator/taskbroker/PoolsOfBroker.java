// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.operator.informer.Changes;
import dev.drumline.operator.informer.LeanStore;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;

/** The pools that drain a broker's queues: they say how deep these may get. */
final class PoolsOfBroker {
    private PoolsOfBroker() {}

    static InformerEventSource<WorkerPool, TaskBroker> source(EventSourceContext<TaskBroker> context) {
        return new InformerEventSource<>(
                InformerEventSourceConfiguration.from(WorkerPool.class, TaskBroker.class)
                        .withSecondaryToPrimaryMapper(pool -> Set.of(new ResourceID(
                                pool.getSpec().brokerRef().name(),
                                pool.getMetadata().getNamespace())))
                        .withOnUpdateFilter(Changes::matter)
                        .withItemStore(LeanStore.create())
                        .build(),
                context);
    }
}
