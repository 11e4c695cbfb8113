// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ResourceType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Renders objects as the {@code meta.k8s.io/v1} Table that kubectl prints. */
final class Tables {

    private final Kinds kinds;
    private final InstantSource clock;

    Tables(Kinds kinds, InstantSource clock) {
        this.kinds = kinds;
        this.clock = clock;
    }

    /** @param includeObject {@code None}, {@code Object}, else metadata alone */
    ObjectNode of(ResourceType type, List<ObjectNode> objects, String includeObject) {
        List<Column> columns = columns(type);
        ObjectNode table = Trees.object("meta.k8s.io/v1", "Table");
        table.putObject("metadata").put("resourceVersion", version(objects));
        ArrayNode definitions = table.putArray("columnDefinitions");
        columns.forEach(c -> definitions.add(definition(c)));
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            columns.forEach(c -> cells.add(c.cell().apply(object)));
            switch (includeObject) {
                case "None" -> {}
                case "Object" -> row.set("object", object);
                default -> row.set("object", Reads.metadataOnly(object));
            }
        }
        return table;
    }

    private List<Column> columns(ResourceType type) {
        Ages ages = new Ages(clock);
        List<Column> columns = new ArrayList<>();
        Column name = new Column("Name", "string", 0, "Name must be unique within a namespace.", o -> o.path("metadata")
                .path("name"));
        columns.add(type.equals(BuiltIn.EVENTS) ? name.wide() : name);
        kinds.custom(type)
                .ifPresentOrElse(
                        custom -> columns.addAll(CustomColumns.of(custom, ages)),
                        () -> columns.addAll(BuiltInColumns.of(type, ages)));
        return columns;
    }

    private static ObjectNode definition(Column column) {
        return Trees.object()
                .put("name", column.name())
                .put("type", column.type())
                .put("format", column.name().equals("Name") ? "name" : "")
                .put("description", column.description())
                .put("priority", column.priority());
    }

    private static String version(List<? extends JsonNode> objects) {
        return objects.size() == 1 ? Long.toString(Metadata.resourceVersion(objects.getFirst())) : "";
    }
}
