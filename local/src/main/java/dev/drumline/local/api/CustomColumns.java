// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.local.crd.CustomType;
import java.util.ArrayList;
import java.util.List;

/** The printer columns of a custom kind; without any, its age. */
final class CustomColumns {

    private CustomColumns() {}

    static List<Column> of(CustomType type, Ages ages) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : type.columns()) {
            JsonPath path = JsonPath.parse(column.path("jsonPath").asText());
            String kind = column.path("type").asText();
            columns.add(new Column(
                    column.path("name").asText(),
                    kind,
                    column.path("priority").asInt(0),
                    column.path("description").asText(""),
                    object -> cell(path, kind, object, ages)));
        }
        return columns.isEmpty() ? List.of(Column.text("Age", ages::ofObject)) : columns;
    }

    private static JsonNode cell(JsonPath path, String type, JsonNode object, Ages ages) {
        List<JsonNode> found = path.select(object);
        if (found.isEmpty() || found.getFirst().isNull()) {
            return type.equals("date") ? TextNode.valueOf("<unknown>") : NullNode.getInstance();
        }
        JsonNode value = found.getFirst();
        return switch (type) {
            case "date" -> TextNode.valueOf(ages.since(value.asText()));
            case "string" -> TextNode.valueOf(joined(found));
            default -> value;
        };
    }

    private static String joined(List<JsonNode> values) {
        return String.join(
                ",",
                values.stream()
                        .map(v -> v.isContainerNode() ? v.toString() : v.asText())
                        .toList());
    }
}
