// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.local.store.Cause;
import dev.drumline.local.store.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks a CustomResourceDefinition, fills in its defaults, and says in its status that it is served. */
final class DefinitionCheck {

    private DefinitionCheck() {}

    static List<Cause> check(JsonNode definition) {
        JsonNode spec = definition.path("spec");
        List<Cause> faults = new ArrayList<>();
        String name = spec.path("names").path("plural").asText() + "."
                + spec.path("group").asText();
        if (!Metadata.name(definition).equals(name)) {
            faults.add(Cause.invalid(
                    "metadata.name",
                    TextNode.valueOf(Metadata.name(definition)),
                    "must be spec.names.plural+\".\"+spec.group"));
        }
        int index = 0;
        for (JsonNode version : spec.path("versions")) {
            String path = "spec.versions[%d].schema.openAPIV3Schema".formatted(index++);
            JsonNode schema = version.path("schema").path("openAPIV3Schema");
            if (schema.isMissingNode()) {
                faults.add(Cause.required(path, "schemas are required"));
            }
            schema(path, schema, faults);
        }
        return faults;
    }

    /** Each place states its type, and each rule compiles. */
    private static void schema(String path, JsonNode schema, List<Cause> faults) {
        boolean typed = schema.has("type")
                || schema.path("x-kubernetes-int-or-string").asBoolean()
                || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        if (!typed) {
            faults.add(Cause.required(path + ".type", "must not be empty for specified object fields"));
        }
        faults.addAll(Rules.compile(path, schema));
        schema.path("properties")
                .properties()
                .forEach(p -> schema(path + ".properties[" + p.getKey() + "]", p.getValue(), faults));
        if (schema.path("items").isObject()) {
            schema(path + ".items", schema.get("items"), faults);
        }
        if (schema.path("additionalProperties").isObject()) {
            schema(path + ".additionalProperties", schema.get("additionalProperties"), faults);
        }
    }

    static void complete(ObjectNode definition) {
        ObjectNode spec = definition.withObjectProperty("spec");
        ObjectNode names = spec.withObjectProperty("names");
        String kind = names.path("kind").asText();
        setIfAbsent(names, "singular", kind.toLowerCase(Locale.ROOT));
        setIfAbsent(names, "listKind", kind + "List");
        if (!spec.has("conversion")) {
            spec.putObject("conversion").put("strategy", "None");
        }
    }

    static void establish(ObjectNode definition) {
        ObjectNode status = definition.withObjectProperty("status");
        status.set("acceptedNames", definition.path("spec").path("names").deepCopy());
        ArrayNode stored = status.putArray("storedVersions");
        for (JsonNode version : definition.path("spec").path("versions")) {
            if (version.path("storage").asBoolean()) {
                stored.add(version.path("name").asText());
            }
        }
        String since = definition.path("metadata").path("creationTimestamp").asText();
        ArrayNode conditions = status.putArray("conditions");
        conditions.add(
                condition(definition, "NamesAccepted", "NoConflicts", since).put("message", "no conflicts found"));
        conditions.add(condition(definition, "Established", "InitialNamesAccepted", since)
                .put("message", "the initial names have been accepted"));
    }

    private static ObjectNode condition(ObjectNode definition, String type, String reason, String since) {
        return definition
                .objectNode()
                .put("type", type)
                .put("status", "True")
                .put("reason", reason)
                .put("lastTransitionTime", since);
    }

    private static void setIfAbsent(ObjectNode object, String field, String value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }
}
