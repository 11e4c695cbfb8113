// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.values.NullValue;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns trees into what CEL computes with, by the types of their schema. */
final class CelValues {

    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private CelValues() {}

    static Object of(JsonNode value, JsonNode schema) {
        return switch (value.getNodeType()) {
            case OBJECT -> map(value, schema);
            case ARRAY -> list(value, schema);
            case NUMBER -> number(value, schema);
            case BOOLEAN -> value.asBoolean();
            case STRING -> text(value.asText(), schema);
            default -> NullValue.NULL_VALUE;
        };
    }

    private static Map<String, Object> map(JsonNode object, JsonNode schema) {
        Map<String, Object> map = new LinkedHashMap<>();
        JsonNode properties = schema.path("properties");
        object.properties().forEach(e -> {
            boolean declared = properties.has(e.getKey());
            JsonNode inner = declared ? properties.get(e.getKey()) : schema.path("additionalProperties");
            map.put(declared ? escape(e.getKey()) : e.getKey(), of(e.getValue(), inner));
        });
        return map;
    }

    private static List<Object> list(JsonNode array, JsonNode schema) {
        List<Object> list = new ArrayList<>();
        array.forEach(e -> list.add(of(e, schema.path("items"))));
        return list;
    }

    private static Object number(JsonNode number, JsonNode schema) {
        boolean integer =
                number.isIntegralNumber() && !schema.path("type").asText("").equals("number");
        return integer ? (Object) number.asLong() : (Object) number.asDouble();
    }

    private static Object text(String text, JsonNode schema) {
        if (!schema.path("format").asText("").equals("date-time")) {
            return text;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** Property names that are no CEL identifiers are spelt as Kubernetes spells them in rules. */
    private static String escape(String name) {
        if (RESERVED.contains(name)) {
            return "__" + name + "__";
        }
        return name.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__");
    }
}
