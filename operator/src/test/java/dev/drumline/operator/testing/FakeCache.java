// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.Cache;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an informer would hold. */
public final class FakeCache<T extends HasMetadata> implements Cache<T> {
    private final Map<ResourceID, T> resources = new LinkedHashMap<>();

    public void add(T resource) {
        resources.put(ResourceID.fromResource(resource), resource);
    }

    @Override
    public Optional<T> get(ResourceID id) {
        return Optional.ofNullable(resources.get(id));
    }

    @Override
    public Stream<ResourceID> keys() {
        return resources.keySet().stream();
    }

    @Override
    public Stream<T> list(Predicate<T> predicate) {
        return resources.values().stream().filter(predicate);
    }
}
