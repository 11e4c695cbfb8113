// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.owned;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part that the operator runs for a resource: names, labels and owner of everything that belongs to it.
 *
 * @param owner the resource that asked for it
 * @param kind {@code drumline-beat} or {@code drumline-worker}
 * @param suffix put behind the owner's name
 */
public record Component(HasMetadata owner, String kind, String suffix) {

    public static Component beatOf(HasMetadata broker) {
        return new Component(broker, "drumline-beat", "-beat");
    }

    public static Component workerOf(HasMetadata pool) {
        return new Component(pool, "drumline-worker", "-worker");
    }

    public String name() {
        return owner.getMetadata().getName() + suffix;
    }

    /** What selects its pods, in a fixed order; never changed, since a Deployment's selector can't be. */
    public Map<String, String> selector() {
        return new TreeMap<>(Map.of(
                "app.kubernetes.io/name",
                kind,
                "app.kubernetes.io/instance",
                owner.getMetadata().getName()));
    }

    public Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(selector());
        labels.put("app.kubernetes.io/managed-by", "drumline");
        labels.put("app.kubernetes.io/part-of", "drumline");
        return labels;
    }

    /** The selector as text, for a scale subresource. */
    public String selectorText() {
        return "app.kubernetes.io/instance=" + owner.getMetadata().getName() + ",app.kubernetes.io/name=" + kind;
    }

    public ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(name())
                .withNamespace(owner.getMetadata().getNamespace())
                .withLabels(labels())
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(owner.getApiVersion())
                        .withKind(owner.getKind())
                        .withName(owner.getMetadata().getName())
                        .withUid(owner.getMetadata().getUid())
                        .withController(true)
                        .withBlockOwnerDeletion(true)
                        .build())
                .build();
    }
}
