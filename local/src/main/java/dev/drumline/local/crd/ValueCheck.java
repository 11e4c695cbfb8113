// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.store.Cause;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What a schema says about one value, without what is inside it. */
final class ValueCheck {

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final String path;
    private final JsonNode schema;
    private final JsonNode value;
    private final List<Cause> faults = new ArrayList<>();

    private ValueCheck(String path, JsonNode schema, JsonNode value) {
        this.path = path;
        this.schema = schema;
        this.value = value;
    }

    static List<Cause> check(String path, JsonNode schema, JsonNode value) {
        ValueCheck check = new ValueCheck(path, schema, value);
        if (!check.hasType()) {
            return check.faults;
        }
        check.enumeration();
        switch (value.getNodeType()) {
            case STRING -> check.text();
            case NUMBER -> check.number();
            case ARRAY -> check.size("maxItems", "minItems", "items");
            case OBJECT -> check.size("maxProperties", "minProperties", "properties");
            default -> {}
        }
        return check.faults;
    }

    private boolean hasType() {
        String type = schema.path("type").asText("");
        boolean fits =
                switch (type) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    default ->
                        !schema.path("x-kubernetes-int-or-string").asBoolean()
                                || value.isIntegralNumber()
                                || value.isTextual();
                };
        if (!fits) {
            String wanted = type.isEmpty() ? "integer,string" : type;
            String shown = value.isContainerNode() || value.isNull() ? "\"" + typeName() + "\"" : value.toString();
            faults.add(new Cause(
                    "FieldValueTypeInvalid",
                    path,
                    "Invalid value: \"%s\": %s in body must be of type %s: %s"
                            .formatted(typeName(), path, wanted, shown)));
        }
        return fits;
    }

    private String typeName() {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case NULL -> "null";
            default -> "object";
        };
    }

    private void enumeration() {
        JsonNode allowed = schema.path("enum");
        if (allowed.isEmpty()) {
            return;
        }
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode candidate : allowed) {
            if (candidate.equals(value)) {
                return;
            }
            names.add(candidate.toString());
        }
        faults.add(Cause.unsupported(path, value, String.join(", ", names)));
    }

    private void text() {
        String text = value.asText();
        int length = text.codePointCount(0, text.length());
        if (schema.has("maxLength") && length > schema.get("maxLength").asInt()) {
            faults.add(new Cause(
                    "FieldValueTooLong",
                    path,
                    "Too long: may not be more than %d bytes"
                            .formatted(schema.get("maxLength").asInt())));
        }
        if (schema.has("minLength") && length < schema.get("minLength").asInt()) {
            invalid("should be at least %d chars long"
                    .formatted(schema.get("minLength").asInt()));
        }
        String pattern = schema.path("pattern").asText("");
        if (!pattern.isEmpty()
                && !PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                        .matcher(text)
                        .find()) {
            invalid("should match '%s'".formatted(pattern));
        }
        String format = schema.path("format").asText("");
        if (!fitsFormat(format, text)) {
            faults.add(Cause.invalid(path, value, "%s in body must be of type %s: %s".formatted(path, format, value)));
        }
    }

    private static boolean fitsFormat(String format, String text) {
        try {
            switch (format) {
                case "date-time" -> OffsetDateTime.parse(text);
                case "date" -> LocalDate.parse(text);
                default -> {}
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void number() {
        double number = value.asDouble();
        boolean exclusiveMin = schema.path("exclusiveMinimum").asBoolean();
        boolean exclusiveMax = schema.path("exclusiveMaximum").asBoolean();
        JsonNode min = schema.path("minimum");
        JsonNode max = schema.path("maximum");
        if (min.isNumber() && (exclusiveMin ? number <= min.asDouble() : number < min.asDouble())) {
            invalid("should be greater than %s%s".formatted(exclusiveMin ? "" : "or equal to ", plain(min)));
        }
        if (max.isNumber() && (exclusiveMax ? number >= max.asDouble() : number > max.asDouble())) {
            invalid("should be less than %s%s".formatted(exclusiveMax ? "" : "or equal to ", plain(max)));
        }
        JsonNode step = schema.path("multipleOf");
        if (step.isNumber() && number % step.asDouble() != 0) {
            invalid("should be a multiple of " + plain(step));
        }
    }

    private void size(String max, String min, String things) {
        if (schema.has(max) && value.size() > schema.get(max).asInt()) {
            faults.add(new Cause(
                    "FieldValueTooMany",
                    path,
                    "Too many: %d: must have at most %d items"
                            .formatted(value.size(), schema.get(max).asInt())));
        }
        if (schema.has(min) && value.size() < schema.get(min).asInt()) {
            faults.add(new Cause(
                    "FieldValueInvalid",
                    path,
                    "Invalid value: %d: %s in body should have at least %d %s"
                            .formatted(value.size(), path, schema.get(min).asInt(), things)));
        }
    }

    private void invalid(String why) {
        faults.add(Cause.invalid(path, value, "%s in body %s".formatted(path, why)));
    }

    private static String plain(JsonNode number) {
        double value = number.asDouble();
        return value == Math.rint(value) ? Long.toString((long) value) : number.asText();
    }
}
