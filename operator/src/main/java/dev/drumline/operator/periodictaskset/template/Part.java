// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.broker.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A value of a template, read once and rendered for each row. */
sealed interface Part {

    /** @throws RowException when the row lacks what is asked for */
    JsonNode render(ObjectNode row);

    /** The same for every row. */
    record Constant(JsonNode value) implements Part {
        @Override
        public JsonNode render(ObjectNode row) {
            return value;
        }
    }

    /** A text that is one field and nothing else: the row's value as it is, of whatever type. */
    record Field(String name) implements Part {
        @Override
        public JsonNode render(ObjectNode row) {
            JsonNode value = row.get(name);
            if (value == null) {
                List<String> fields = new ArrayList<>();
                row.fieldNames().forEachRemaining(fields::add);
                throw new RowException("no field \"" + name + "\", which the template asks for; the row has "
                        + String.join(", ", fields));
            }
            return value;
        }
    }

    /** Fields among other text. */
    record Text(List<Part> pieces) implements Part {
        @Override
        public JsonNode render(ObjectNode row) {
            StringBuilder text = new StringBuilder();
            for (Part piece : pieces) {
                JsonNode value = piece.render(row);
                if (value.isContainerNode() || value.isNull()) {
                    throw new RowException("field \"" + ((Field) piece).name() + "\" is "
                            + (value.isNull() ? "null" : "a list or an object")
                            + ", which can't stand inside a text");
                }
                text.append(value.isTextual() ? value.textValue() : value.toString());
            }
            return TextNode.valueOf(text.toString());
        }
    }

    record Items(List<Part> parts) implements Part {
        @Override
        public JsonNode render(ObjectNode row) {
            ArrayNode items = Json.array();
            parts.forEach(part -> items.add(part.render(row)));
            return items;
        }
    }

    record Fields(Map<String, Part> parts) implements Part {
        @Override
        public ObjectNode render(ObjectNode row) {
            ObjectNode fields = Json.object();
            parts.forEach((name, part) -> fields.set(name, part.render(row)));
            return fields;
        }
    }
}
