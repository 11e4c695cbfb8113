// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Lays one tree over another as a strategic merge patch does: objects field by field, lists whose items have a name by
 * that name, anything else replaced.
 */
final class JsonMerge {
    private JsonMerge() {}

    static ObjectNode merge(ObjectNode base, ObjectNode over) {
        ObjectNode merged = base.deepCopy();
        over.properties()
                .forEach(field -> merged.set(field.getKey(), merge(merged.get(field.getKey()), field.getValue())));
        return merged;
    }

    private static JsonNode merge(JsonNode base, JsonNode over) {
        if (base instanceof ObjectNode below && over instanceof ObjectNode above) {
            return merge(below, above);
        }
        if (base instanceof ArrayNode below && over instanceof ArrayNode above && isNamed(below) && isNamed(above)) {
            return mergeByName(below, above);
        }
        return over.deepCopy();
    }

    private static ArrayNode mergeByName(ArrayNode base, ArrayNode over) {
        ArrayNode merged = base.deepCopy();
        over.forEach(item -> {
            int at = indexOf(merged, key(item));
            if (at < 0) {
                merged.add(item.deepCopy());
            } else {
                merged.set(at, merge(merged.get(at), item));
            }
        });
        return merged;
    }

    private static int indexOf(ArrayNode items, String key) {
        for (int i = 0; i < items.size(); i++) {
            if (key(items.get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNamed(ArrayNode items) {
        for (JsonNode item : items) {
            if (key(item).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Several mounts may share a volume's name; their paths are what tells them apart. */
    private static String key(JsonNode item) {
        return item.hasNonNull("mountPath")
                ? item.path("mountPath").asText()
                : item.path("name").asText();
    }
}
