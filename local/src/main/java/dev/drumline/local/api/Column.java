// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;

/**
 * A column of {@code kubectl get}.
 *
 * @param priority 0 is always shown, 1 with {@code -o wide}
 */
record Column(String name, String type, int priority, String description, Function<JsonNode, JsonNode> cell) {

    static Column text(String name, Function<JsonNode, String> cell) {
        return new Column(name, "string", 0, "", object -> TextNode.valueOf(cell.apply(object)));
    }

    Column wide() {
        return new Column(name, type, 1, description, cell);
    }
}
