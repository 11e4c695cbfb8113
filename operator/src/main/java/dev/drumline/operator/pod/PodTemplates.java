// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.operator.validation.Problem;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/** A user's pod template, laid over ours. */
public final class PodTemplates {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    private PodTemplates() {}

    /**
     * Ours with the user's over it; containers that the user adds get our security context where they have none.
     *
     * @param template null for none
     */
    public static PodTemplateSpec merge(PodTemplateSpec ours, ObjectNode template) {
        return template == null ? ours : RestrictedPod.secure(overlay(ours, template));
    }

    /** Why the user's template can't be taken. */
    public static List<Problem> problems(String path, ObjectNode template) {
        if (template == null) {
            return List.of();
        }
        try {
            List<String> violations = PodSecurity.violations(merge(bare(), template));
            return violations.isEmpty()
                    ? List.of()
                    : List.of(new Problem(
                            path, "violates pod security \"restricted\": " + String.join(", ", violations)));
        } catch (IllegalArgumentException e) {
            return List.of(new Problem(path, "is not a PodTemplateSpec: " + firstLine(e.getMessage())));
        }
    }

    private static PodTemplateSpec bare() {
        return RestrictedPod.secure(
                new PodTemplateSpecBuilder().withNewSpec().endSpec().build());
    }

    private static PodTemplateSpec overlay(PodTemplateSpec ours, ObjectNode template) {
        ObjectNode base = SERIALIZATION.convertValue(ours, ObjectNode.class);
        return SERIALIZATION.convertValue(JsonMerge.merge(base, template), PodTemplateSpec.class);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
