// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** One entry of {@code managedFields}: the fields that one manager set by one operation. */
final class ManagedEntry {

    static final String APPLY = "Apply";
    static final String UPDATE = "Update";

    private final String manager;
    private final String operation;
    private final String subresource;
    private final String apiVersion;
    private final Set<FieldPath> fields;
    private String time;

    private ManagedEntry(JsonNode wire, Set<FieldPath> fields) {
        this.manager = wire.path("manager").asText();
        this.operation = wire.path("operation").asText();
        this.subresource = wire.path("subresource").asText("");
        this.apiVersion = wire.path("apiVersion").asText();
        this.time = wire.path("time").asText("");
        this.fields = fields;
    }

    static ManagedEntry parse(JsonNode wire) {
        return new ManagedEntry(wire, new LinkedHashSet<>(FieldSet.parse(wire.path("fieldsV1"))));
    }

    static ManagedEntry of(Writer writer, String operation) {
        ObjectNode wire = JsonNodeFactory.instance.objectNode();
        wire.put("manager", writer.manager()).put("operation", operation).put("subresource", writer.subresource());
        wire.put("apiVersion", writer.type().apiVersion());
        return new ManagedEntry(wire, new LinkedHashSet<>());
    }

    Set<FieldPath> fields() {
        return fields;
    }

    String manager() {
        return manager;
    }

    boolean isOf(Writer writer, String wantedOperation) {
        return manager.equals(writer.manager())
                && operation.equals(wantedOperation)
                && subresource.equals(writer.subresource());
    }

    void touch(String now) {
        time = now;
    }

    /** As conflict messages name it. */
    String describe() {
        String by = operation.equals(UPDATE) ? " using " + apiVersion : "";
        String at = operation.equals(UPDATE) && !time.isEmpty() ? " at " + time : "";
        String in = subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"";
        return "\"%s\"%s%s%s".formatted(manager, in, by, at);
    }

    ObjectNode toJson() {
        ObjectNode wire = JsonNodeFactory.instance.objectNode();
        wire.put("manager", manager).put("operation", operation).put("apiVersion", apiVersion);
        if (!time.isEmpty()) {
            wire.put("time", time);
        }
        wire.put("fieldsType", "FieldsV1").set("fieldsV1", FieldSet.toJson(fields));
        return subresource.isEmpty() ? wire : wire.put("subresource", subresource);
    }
}
