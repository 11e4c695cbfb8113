// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Kubernetes' strategic merge patch for built-in kinds: lists of named things merge by name, directives start with $. */
public final class StrategicMergePatch {

    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN_KEYS = "$retainKeys";
    private static final String DELETE_FROM_SET = "$deleteFromPrimitiveList/";

    private StrategicMergePatch() {}

    public static JsonNode apply(JsonNode target, JsonNode patch, MergeSchema schema) {
        ObjectNode merged =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        String directive = patch.path(DIRECTIVE).asText("");
        if (directive.equals("delete") || directive.equals("replace")) {
            merged.removeAll();
        }
        retainKeys(merged, patch.path(RETAIN_KEYS));
        patch.properties().forEach(e -> field(merged, e.getKey(), e.getValue(), schema));
        return merged;
    }

    private static void field(ObjectNode merged, String name, JsonNode value, MergeSchema schema) {
        if (name.startsWith(DELETE_FROM_SET)) {
            deleteFrom(merged.path(name.substring(DELETE_FROM_SET.length())), value);
        } else if (name.startsWith("$")) {
            return;
        } else if (value.isNull()) {
            merged.remove(name);
        } else if (value.isObject()) {
            merged.set(name, apply(merged.path(name), value, schema.field(name)));
        } else if (value.isArray() && merged.path(name) instanceof ArrayNode into) {
            list(into, value, schema.field(name));
        } else if (value.isArray()) {
            ArrayNode into = merged.putArray(name);
            list(into, value, schema.field(name));
        } else {
            merged.set(name, value);
        }
    }

    private static void list(ArrayNode into, JsonNode patch, MergeSchema schema) {
        switch (schema.listKind()) {
            case ATOMIC -> replace(into, patch);
            case SET -> addMissing(into, patch);
            case MAP -> mergeByKey(into, patch, schema);
        }
    }

    private static void replace(ArrayNode into, JsonNode patch) {
        into.removeAll();
        patch.forEach(into::add);
    }

    private static void addMissing(ArrayNode into, JsonNode patch) {
        Set<JsonNode> present = new HashSet<>();
        into.forEach(present::add);
        patch.forEach(value -> {
            if (present.add(value)) {
                into.add(value);
            }
        });
    }

    private static void mergeByKey(ArrayNode into, JsonNode patch, MergeSchema schema) {
        for (JsonNode element : patch) {
            if (element.path(DIRECTIVE).asText("").equals("replace")) {
                into.removeAll();
            }
        }
        for (JsonNode element : patch) {
            JsonNode identity = identity(element, schema.keys());
            int at = indexOf(into, identity);
            switch (element.path(DIRECTIVE).asText("")) {
                case "replace" -> {}
                case "delete" -> {
                    if (at >= 0) {
                        into.remove(at);
                    }
                }
                default -> {
                    JsonNode before = at < 0 ? JsonNodeFactory.instance.objectNode() : into.get(at);
                    JsonNode after = apply(before, element, schema.element());
                    if (at < 0) {
                        into.add(after);
                    } else {
                        into.set(at, after);
                    }
                }
            }
        }
    }

    /** The keys that the patch states: {@code containerPort} alone is enough where {@code protocol} is the other one. */
    private static JsonNode identity(JsonNode element, List<String> keys) {
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        keys.stream().filter(element::has).forEach(key -> identity.set(key, element.get(key)));
        return identity;
    }

    private static int indexOf(ArrayNode list, JsonNode identity) {
        for (int i = 0; i < list.size(); i++) {
            if (Keys.match(list.get(i), identity)) {
                return i;
            }
        }
        return -1;
    }

    private static void deleteFrom(JsonNode list, JsonNode values) {
        Set<JsonNode> doomed = new HashSet<>();
        values.forEach(doomed::add);
        for (Iterator<JsonNode> it = list.iterator(); it.hasNext(); ) {
            if (doomed.contains(it.next())) {
                it.remove();
            }
        }
    }

    private static void retainKeys(ObjectNode merged, JsonNode keys) {
        if (keys.isArray()) {
            Set<String> kept = new HashSet<>();
            keys.forEach(k -> kept.add(k.asText()));
            merged.retain(kept);
        }
    }
}
