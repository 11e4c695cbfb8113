// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One fault of an invalid or conflicting object.
 *
 * @param reason Kubernetes' word, such as {@code FieldValueInvalid}
 * @param field the path, such as {@code spec.schedule.every}
 * @param message what is wrong, without the path
 */
public record Cause(String reason, String field, String message) {

    /** A value that may not be; its message quotes it. */
    public static Cause invalid(String field, JsonNode value, String why) {
        return new Cause("FieldValueInvalid", field, "Invalid value: %s: %s".formatted(quote(value), why));
    }

    public static Cause required(String field, String why) {
        return new Cause("FieldValueRequired", field, "Required value" + (why.isEmpty() ? "" : ": " + why));
    }

    public static Cause forbidden(String field, String why) {
        return new Cause("FieldValueForbidden", field, "Forbidden: " + why);
    }

    public static Cause duplicate(String field, JsonNode value) {
        return new Cause("FieldValueDuplicate", field, "Duplicate value: " + value);
    }

    public static Cause unsupported(String field, JsonNode value, String supported) {
        return new Cause(
                "FieldValueNotSupported",
                field,
                "Unsupported value: %s: supported values: %s".formatted(value, supported));
    }

    private static String quote(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "\"object\"";
            case ARRAY -> "\"array\"";
            case NULL, MISSING -> "\"null\"";
            default -> value.toString();
        };
    }

    @Override
    public String toString() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
