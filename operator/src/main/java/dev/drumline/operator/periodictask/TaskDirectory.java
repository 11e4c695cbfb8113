// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.operator.link.BrokerId;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks that the operator knows of, and which of them each broker holds by its doing. */
@ApplicationScoped
public class TaskDirectory {
    private final Map<BrokerId, Set<String>> stored = new ConcurrentHashMap<>();
    private volatile Cache<PeriodicTask> cache;
    private volatile SimpleInboundEventSource<PeriodicTask> wakeUps;

    /** Called once, before any task is reconciled. */
    void attach(Cache<PeriodicTask> primaryCache, SimpleInboundEventSource<PeriodicTask> source) {
        cache = primaryCache;
        wakeUps = source;
    }

    static BrokerId brokerOf(PeriodicTask task) {
        return new BrokerId(
                task.getMetadata().getNamespace(), task.getSpec().brokerRef().name());
    }

    List<PeriodicTask> tasksOf(BrokerId broker) {
        return cache == null
                ? List.of()
                : cache.list(task -> brokerOf(task).equals(broker)).toList();
    }

    void wake(PeriodicTask task) {
        wakeUps.propagateEvent(ResourceID.fromResource(task));
    }

    void isStored(BrokerId broker, String entryId) {
        stored.computeIfAbsent(broker, id -> ConcurrentHashMap.newKeySet()).add(entryId);
    }

    void isGone(BrokerId broker, String entryId) {
        stored.computeIfPresent(broker, (id, ids) -> {
            ids.remove(entryId);
            return ids;
        });
    }

    int countStored(BrokerId broker) {
        return stored.getOrDefault(broker, Set.of()).size();
    }
}
