// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads and writes sets of paths in the {@code FieldsV1} format. */
final class FieldSet {

    private FieldSet() {}

    static Set<FieldPath> parse(JsonNode fieldsV1) {
        Set<FieldPath> paths = new LinkedHashSet<>();
        collect(FieldPath.ROOT, fieldsV1, paths);
        return paths;
    }

    static ObjectNode toJson(Set<FieldPath> paths) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (FieldPath path : paths) {
            ObjectNode node = root;
            for (String step : path.steps()) {
                node = (ObjectNode) node.withObjectProperty(step);
            }
            boolean isElement = path.steps().getLast().startsWith("k:");
            if (isElement) {
                node.putObject(".");
            }
        }
        return root;
    }

    private static void collect(FieldPath path, JsonNode node, Set<FieldPath> paths) {
        if (node.isEmpty() && !path.steps().isEmpty()) {
            paths.add(path);
        }
        node.properties().forEach(e -> {
            if (e.getKey().equals(".")) {
                paths.add(path);
            } else {
                collect(path.then(e.getKey()), e.getValue(), paths);
            }
        });
    }
}
