// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;

/** Names a TaskBroker. */
public record BrokerId(String namespace, String name) {

    public static BrokerId of(HasMetadata broker) {
        return new BrokerId(
                broker.getMetadata().getNamespace(), broker.getMetadata().getName());
    }

    public ResourceID resource() {
        return new ResourceID(name, namespace);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
