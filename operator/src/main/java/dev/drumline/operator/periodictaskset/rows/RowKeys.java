// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.operator.periodictaskset.template.RowException;

/** What names a row. */
public final class RowKeys {
    /** The field that holds the key. */
    public static final String FIELD = "key";

    private static final int MAX_LENGTH = 128;

    private RowKeys() {}

    /** @throws RowException when the row has no key, or one that can't be part of an entry's id */
    public static String of(ObjectNode fields) {
        JsonNode value = fields.path(FIELD);
        if (value.isMissingNode()) {
            throw new RowException("has no field \"" + FIELD + "\"");
        }
        String key = value.isIntegralNumber() ? value.asText() : value.textValue();
        if (key == null
                || key.isEmpty()
                || key.length() > MAX_LENGTH
                || !key.codePoints().allMatch(RowKeys::isAllowed)) {
            throw new RowException("key " + shown(value) + " must be a text of 1 to " + MAX_LENGTH
                    + " characters without spaces and control characters");
        }
        return key;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }

    /** It stands in logs, in marks and in lists of ids, between spaces and line feeds. */
    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
