// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.drumline.local.store.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Every field of an object that somebody can manage, with its value; list elements are there themselves, without one. */
final class FieldValues {

    private static final Set<String> SERVER_METADATA = Set.of(
            "f:name",
            "f:namespace",
            "f:generateName",
            "f:uid",
            "f:resourceVersion",
            "f:generation",
            "f:creationTimestamp",
            "f:deletionTimestamp",
            "f:deletionGracePeriodSeconds",
            "f:selfLink",
            "f:managedFields");

    private final Map<FieldPath, JsonNode> values = new LinkedHashMap<>();

    private FieldValues() {}

    /** The fields of one part of the object; MAIN is everything when the kind has no status subresource. */
    static Map<FieldPath, JsonNode> of(JsonNode object, MergeSchema schema, Part part, boolean separateStatus) {
        FieldValues fields = new FieldValues();
        fields.walk(FieldPath.ROOT, object, schema);
        fields.values.keySet().removeIf(path -> !isManaged(path, part, separateStatus));
        return fields.values;
    }

    private static boolean isManaged(FieldPath path, Part part, boolean separateStatus) {
        if (path.steps().isEmpty()) {
            return false;
        }
        String first = path.steps().getFirst();
        if (separateStatus && first.equals("f:status") != (part == Part.STATUS)) {
            return false;
        }
        return switch (first) {
            case "f:apiVersion", "f:kind" -> false;
            case "f:metadata" ->
                path.steps().size() > 1
                        && !SERVER_METADATA.contains(path.steps().get(1));
            default -> true;
        };
    }

    private void walk(FieldPath path, JsonNode node, MergeSchema schema) {
        if (node.isObject() && !node.isEmpty() && !schema.atomic()) {
            node.properties().forEach(e -> walk(path.then("f:" + e.getKey()), e.getValue(), schema.field(e.getKey())));
        } else if (node.isArray() && !node.isEmpty() && schema.listKind() == MergeSchema.ListKind.SET) {
            node.forEach(e -> values.put(path.then("v:" + e), MissingNode.getInstance()));
        } else if (node.isArray() && !node.isEmpty() && schema.listKind() == MergeSchema.ListKind.MAP) {
            node.forEach(e -> walkElement(path.then("k:" + Keys.of(e, schema.keys())), e, schema.element()));
        } else if (!node.isNull()) {
            values.put(path, node);
        }
    }

    private void walkElement(FieldPath path, JsonNode element, MergeSchema schema) {
        values.put(path, MissingNode.getInstance());
        element.properties().forEach(e -> walk(path.then("f:" + e.getKey()), e.getValue(), schema.field(e.getKey())));
    }
}
