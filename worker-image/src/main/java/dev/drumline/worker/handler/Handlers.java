// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.handler;

import dev.drumline.worker.api.TaskHandler;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The handlers by the name of their task. A message can run nothing that is not here. */
public final class Handlers {

    private final Map<String, TaskHandler> byName = new TreeMap<>();

    /** @throws IllegalArgumentException if two handlers bear one name */
    public Handlers(Collection<? extends TaskHandler> handlers) {
        for (TaskHandler handler : handlers) {
            TaskHandler other = byName.put(handler.name(), handler);
            if (other != null) {
                throw new IllegalArgumentException("two handlers are named " + handler.name() + ": "
                        + other.getClass().getName() + " and "
                        + handler.getClass().getName());
            }
        }
    }

    /** Those that a class loader, and its parents, offer as services. */
    public static Handlers foundBy(ClassLoader loader) {
        return new Handlers(ServiceLoader.load(TaskHandler.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    public Optional<TaskHandler> find(String task) {
        return Optional.ofNullable(byName.get(task));
    }

    public Set<String> names() {
        return byName.keySet();
    }
}
