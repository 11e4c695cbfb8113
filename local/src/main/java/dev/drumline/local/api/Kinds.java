// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.apply.BuiltInMergeSchema;
import dev.drumline.local.apply.MergeSchema;
import dev.drumline.local.crd.CustomType;
import dev.drumline.local.crd.CustomTypes;
import dev.drumline.local.crd.Defaulting;
import dev.drumline.local.crd.Pruning;
import dev.drumline.local.crd.SchemaMerge;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the API must know about a kind beyond its names. */
final class Kinds {

    private static final Set<String> METADATA = Set.of("metadata.name", "metadata.namespace");
    private static final Map<ResourceType, Set<String>> BUILT_IN_FIELDS = Map.of(
            BuiltIn.PODS,
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "status.phase",
                    "status.podIP"),
            BuiltIn.EVENTS,
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type"),
            BuiltIn.NEW_EVENTS,
            Set.of("regarding.kind", "regarding.namespace", "regarding.name", "regarding.uid", "reason", "type"),
            BuiltIn.SECRETS,
            Set.of("type"),
            BuiltIn.NAMESPACES,
            Set.of("status.phase"),
            BuiltIn.NODES,
            Set.of("spec.unschedulable"),
            BuiltIn.REPLICA_SETS,
            Set.of("status.replicas"));

    private final CustomTypes customTypes;

    Kinds(CustomTypes customTypes) {
        this.customTypes = customTypes;
    }

    Optional<CustomType> custom(ResourceType type) {
        return customTypes.find(type);
    }

    MergeSchema mergeSchema(ResourceType type) {
        return custom(type).map(SchemaMerge::of).orElse(BuiltInMergeSchema.ROOT);
    }

    boolean selectable(ResourceType type, String field) {
        return METADATA.contains(field)
                || BUILT_IN_FIELDS.getOrDefault(type, Set.of()).contains(field)
                || custom(type).map(c -> c.selectableFields().contains(field)).orElse(false);
    }

    /** Prunes and defaults as admission will, so that the field managers see the same object. */
    List<String> complete(ResourceType type, ObjectNode object) {
        Optional<CustomType> custom = custom(type);
        if (custom.isEmpty()) {
            dropNulls(object);
            BuiltInDefaults.apply(type, object);
            return List.of();
        }
        List<String> unknown = Pruning.prune(custom.get().schema(), object);
        Defaulting.apply(custom.get().schema(), object);
        return unknown;
    }

    /** Typed servers read null as absent. */
    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(e -> e.getValue().isNull());
        }
        node.forEach(Kinds::dropNulls);
    }
}
