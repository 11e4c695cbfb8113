// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Admission;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Cause;
import dev.drumline.local.store.LabelSelector;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses Deployments, ReplicaSets and pods that could never run as they are written. */
public final class WorkloadAdmission implements Admission {

    private static final Set<ResourceType> OWNERS = Set.of(BuiltIn.DEPLOYMENTS, BuiltIn.REPLICA_SETS);

    @Override
    public ObjectNode admit(ResourceType type, ObjectNode current, ObjectNode proposed, Part part) {
        List<Cause> faults = new ArrayList<>();
        if (part == Part.MAIN && OWNERS.contains(type)) {
            selector(current, proposed, faults);
            containers("spec.template.spec", proposed.at("/spec/template/spec"), faults);
        } else if (part == Part.MAIN && type.equals(BuiltIn.PODS)) {
            containers("spec", proposed.path("spec"), faults);
        }
        if (!faults.isEmpty()) {
            throw ApiException.invalid(type, Metadata.name(proposed), faults);
        }
        return proposed;
    }

    private static void selector(ObjectNode current, ObjectNode proposed, List<Cause> faults) {
        JsonNode selector = proposed.at("/spec/selector");
        JsonNode template = proposed.at("/spec/template");
        if (proposed.at("/spec/replicas").asInt(0) < 0) {
            faults.add(Cause.invalid(
                    "spec.replicas", proposed.at("/spec/replicas"), "must be greater than or equal to 0"));
        }
        if (selector.isEmpty()) {
            faults.add(Cause.required("spec.selector", ""));
        } else if (!LabelSelector.of(selector).test(template)) {
            faults.add(Cause.invalid(
                    "spec.template.metadata.labels",
                    template.at("/metadata/labels"),
                    "`selector` does not match template `labels`"));
        }
        if (current != null && !current.at("/spec/selector").equals(selector)) {
            faults.add(Cause.invalid("spec.selector", selector, "field is immutable"));
        }
    }

    private static void containers(String path, JsonNode spec, List<Cause> faults) {
        if (spec.path("containers").isEmpty()) {
            faults.add(Cause.required(path + ".containers", ""));
        }
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode container : spec.path("containers")) {
            String place = "%s.containers[%d]".formatted(path, index++);
            for (String field : List.of("name", "image")) {
                if (container.path(field).asText("").isEmpty()) {
                    faults.add(Cause.required(place + "." + field, ""));
                }
            }
            if (!names.add(container.path("name").asText())) {
                faults.add(Cause.duplicate(place + ".name", container.path("name")));
            }
        }
    }
}
