// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a schema's defaults where an object says nothing. */
public final class Defaulting {

    private Defaulting() {}

    public static void apply(JsonNode schema, JsonNode value) {
        if (value instanceof ObjectNode object) {
            schema.path("properties").properties().forEach(p -> property(object, p.getKey(), p.getValue()));
            JsonNode additional = schema.path("additionalProperties");
            if (additional.isObject()) {
                object.forEach(v -> apply(additional, v));
            }
        } else if (value.isArray()) {
            value.forEach(element -> apply(schema.path("items"), element));
        }
    }

    private static void property(ObjectNode object, String name, JsonNode schema) {
        JsonNode value = object.get(name);
        boolean unwantedNull =
                value != null && value.isNull() && !schema.path("nullable").asBoolean();
        if (schema.has("default") && (value == null || unwantedNull)) {
            object.set(name, schema.get("default").deepCopy());
        } else if (unwantedNull) {
            object.remove(name);
        }
        if (object.has(name)) {
            apply(schema, object.get(name));
        }
    }
}
