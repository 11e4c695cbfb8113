// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.informer;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Keeps what the operator reads of an object; {@code managedFields} and kubectl's copy are two thirds of its size. */
public final class LeanStore {
    private static final String KUBECTL_COPY = "kubectl.kubernetes.io/last-applied-configuration";

    private LeanStore() {}

    public static <T extends HasMetadata> TransformingItemStore<T> create() {
        return new TransformingItemStore<>(LeanStore::strip);
    }

    /** @param further drops what else nobody reads, in place */
    public static <T extends HasMetadata> TransformingItemStore<T> of(UnaryOperator<T> further) {
        return new TransformingItemStore<>(resource -> further.apply(strip(resource)));
    }

    private static <T extends HasMetadata> T strip(T resource) {
        resource.getMetadata().setManagedFields(null);
        Map<String, String> annotations = resource.getMetadata().getAnnotations();
        if (annotations != null) {
            annotations.remove(KUBECTL_COPY);
        }
        return resource;
    }
}
