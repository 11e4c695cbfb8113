// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Removes the fields that a schema does not know. */
public final class Pruning {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    private final List<String> unknown = new ArrayList<>();

    private Pruning() {}

    /**
     * Removes them in place.
     *
     * @return the paths of the fields removed, such as {@code spec.queues[0].nam}
     */
    public static List<String> prune(JsonNode schema, ObjectNode object) {
        Pruning pruning = new Pruning();
        pruning.object("", schema, object, OF_EVERY_OBJECT);
        return pruning.unknown;
    }

    private void object(String path, JsonNode schema, ObjectNode object, Set<String> exempt) {
        JsonNode additional = schema.path("additionalProperties");
        boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                || additional.isObject()
                || additional.asBoolean();
        JsonNode properties = schema.path("properties");
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String place = path.isEmpty() ? name : path + "." + name;
            if (properties.has(name) && !exempt.contains(name)) {
                value(place, properties.get(name), object.get(name));
            } else if (additional.isObject()) {
                value(place, additional, object.get(name));
            } else if (!open && !exempt.contains(name)) {
                object.remove(name);
                unknown.add(place);
            }
        }
    }

    private void value(String path, JsonNode schema, JsonNode value) {
        boolean expected = schema.path("type").asText("object").equals("object");
        if (value instanceof ObjectNode object && expected) {
            boolean embedded = schema.path("x-kubernetes-embedded-resource").asBoolean();
            object(path, schema, object, embedded ? OF_EVERY_OBJECT : Set.of());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(path + "[" + i + "]", schema.path("items"), value.get(i));
            }
        }
    }
}
