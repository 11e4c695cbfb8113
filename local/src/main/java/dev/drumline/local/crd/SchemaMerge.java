// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.apply.BuiltInMergeSchema;
import dev.drumline.local.apply.MergeSchema;
import java.util.ArrayList;
import java.util.List;

/** The merge rules of a custom kind, as its schema's {@code x-kubernetes-…} extensions state them. */
public final class SchemaMerge implements MergeSchema {

    private final JsonNode schema;

    private SchemaMerge(JsonNode schema) {
        this.schema = schema;
    }

    public static MergeSchema of(CustomType type) {
        return new SchemaMerge(type.schema());
    }

    @Override
    public MergeSchema field(String name) {
        if (name.equals("metadata")) {
            return BuiltInMergeSchema.ROOT.field(name);
        }
        JsonNode property = schema.path("properties").path(name);
        return new SchemaMerge(property.isMissingNode() ? schema.path("additionalProperties") : property);
    }

    @Override
    public MergeSchema element() {
        return new SchemaMerge(schema.path("items"));
    }

    @Override
    public boolean atomic() {
        return schema.path("x-kubernetes-map-type").asText("").equals("atomic");
    }

    @Override
    public ListKind listKind() {
        return switch (schema.path("x-kubernetes-list-type").asText("")) {
            case "map" -> ListKind.MAP;
            case "set" -> ListKind.SET;
            default -> ListKind.ATOMIC;
        };
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        schema.path("x-kubernetes-list-map-keys").forEach(k -> keys.add(k.asText()));
        return keys;
    }
}
