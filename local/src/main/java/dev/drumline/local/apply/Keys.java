// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The identity of an element in a list that merges by key. */
final class Keys {

    private Keys() {}

    /** The key fields of an element, in alphabetical order; an absent protocol is TCP, as its default is. */
    static ObjectNode of(JsonNode element, List<String> keys) {
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        for (String key : new TreeSet<>(keys)) {
            JsonNode value = value(element, key);
            if (value != null) {
                identity.set(key, value);
            }
        }
        return identity;
    }

    static boolean match(JsonNode element, JsonNode identity) {
        return identity.properties().stream().allMatch(e -> e.getValue().equals(value(element, e.getKey())));
    }

    static String describe(JsonNode identity) {
        return identity.properties().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
    }

    private static JsonNode value(JsonNode element, String key) {
        JsonNode value = element.get(key);
        return value == null && key.equals("protocol") ? TextNode.valueOf("TCP") : value;
    }
}
