// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks a custom resource by its schema, then by its rules, with the messages of a real server.
 *
 * <p>A part that an update leaves as it was is not checked again: a stricter schema does not lock old objects.
 */
final class SchemaCheck {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    private static final String ROOT = "<nil>";

    private final List<Cause> faults = new ArrayList<>();
    private final List<Cause> broken = new ArrayList<>();
    private boolean hasRules;

    private SchemaCheck() {}

    /** @param old the stored object, null when it is new */
    static List<Cause> check(JsonNode schema, JsonNode object, JsonNode old) {
        SchemaCheck check = new SchemaCheck();
        check.value("", schema, object, old == null ? MissingNode.getInstance() : old);
        if (check.faults.isEmpty()) {
            return check.broken;
        }
        if (check.hasRules) {
            check.faults.add(Cause.invalid(
                    ROOT,
                    NullNode.getInstance(),
                    "some validation rules were not checked because the object was invalid; "
                            + "correct the existing errors to complete validation"));
        }
        return check.faults;
    }

    private void value(String path, JsonNode schema, JsonNode value, JsonNode old) {
        if (value.equals(old) || (value.isNull() && schema.path("nullable").asBoolean())) {
            return;
        }
        List<Cause> here = ValueCheck.check(path, schema, value);
        faults.addAll(here);
        if (value.isObject()) {
            object(path, schema, value, old);
        } else if (value.isArray()) {
            array(path, schema, value, old);
        }
        if (schema.has("x-kubernetes-validations")) {
            hasRules = true;
            if (faults.isEmpty()) {
                broken.addAll(Rules.check(path.isEmpty() ? ROOT : path, schema, value, old));
            }
        }
    }

    private void object(String path, JsonNode schema, JsonNode object, JsonNode old) {
        JsonNode properties = schema.path("properties");
        for (JsonNode required : schema.path("required")) {
            if (!object.has(required.asText())) {
                faults.add(Cause.required(child(path, required.asText()), ""));
            }
        }
        object.properties().forEach(e -> {
            String name = e.getKey();
            JsonNode inner = properties.has(name) ? properties.get(name) : schema.path("additionalProperties");
            boolean exempt = path.isEmpty() && OF_EVERY_OBJECT.contains(name);
            if (inner.isObject() && !exempt) {
                String place = properties.has(name) ? child(path, name) : "%s[%s]".formatted(path, name);
                value(place, inner, e.getValue(), old.path(name));
            }
        });
    }

    private void array(String path, JsonNode schema, JsonNode array, JsonNode old) {
        JsonNode keys = schema.path("x-kubernetes-list-map-keys");
        boolean distinct = !keys.isEmpty()
                || schema.path("x-kubernetes-list-type").asText("").equals("set");
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode element = array.get(i);
            String place = "%s[%d]".formatted(path, i);
            if (distinct && !seen.add(identity(element, keys))) {
                faults.add(Cause.duplicate(place, identity(element, keys)));
            }
            value(place, schema.path("items"), element, counterpart(element, keys, old));
        }
    }

    private static JsonNode counterpart(JsonNode element, JsonNode keys, JsonNode old) {
        for (JsonNode candidate : old) {
            boolean same = keys.isEmpty()
                    ? candidate.equals(element)
                    : identity(candidate, keys).equals(identity(element, keys));
            if (same) {
                return candidate;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode identity(JsonNode element, JsonNode keys) {
        if (keys.isEmpty() || !element.isObject()) {
            return element;
        }
        List<String> names = new ArrayList<>();
        keys.forEach(k -> names.add(k.asText()));
        return ((ObjectNode) element.deepCopy()).retain(names);
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
