// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.TreeMap;

/** Requests and limits of a container. */
public final class Resources {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private Resources() {}

    /** The user's own as they stand, or else ours. */
    public static ResourceRequirements of(ObjectNode given, Map<String, String> requests, Map<String, String> limits) {
        if (given != null) {
            return SERIALIZATION.convertValue(given, ResourceRequirements.class);
        }
        return new ResourceRequirementsBuilder()
                .withRequests(quantities(requests))
                .withLimits(quantities(limits))
                .build();
    }

    private static Map<String, Quantity> quantities(Map<String, String> amounts) {
        Map<String, Quantity> quantities = new TreeMap<>();
        amounts.forEach((name, amount) -> quantities.put(name, new Quantity(amount)));
        return quantities;
    }
}
