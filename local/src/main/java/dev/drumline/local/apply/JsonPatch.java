// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.Reason;

/** JSON patch, RFC 6902. */
public final class JsonPatch {

    private JsonPatch() {}

    /**
     * Applies the operations in turn to a copy.
     *
     * @throws ApiException INVALID when an operation does not fit the target or a test fails
     */
    public static JsonNode apply(JsonNode target, JsonNode operations) {
        JsonNode patched = target.deepCopy();
        for (JsonNode operation : operations) {
            patched = step(patched, operation);
        }
        return patched;
    }

    private static JsonNode step(JsonNode target, JsonNode operation) {
        JsonPointer path = pointer(operation.path("path").asText());
        return switch (operation.path("op").asText()) {
            case "add" -> add(target, path, operation.path("value"));
            case "remove" -> remove(target, path);
            case "replace" -> replace(target, path, operation.path("value"));
            case "test" -> test(target, path, operation.path("value"));
            case "copy" ->
                add(
                        target,
                        path,
                        value(target, pointer(operation.path("from").asText())).deepCopy());
            case "move" -> {
                JsonPointer from = pointer(operation.path("from").asText());
                JsonNode moved = value(target, from).deepCopy();
                yield add(remove(target, from), path, moved);
            }
            default -> throw refused("unexpected kind: " + operation.path("op").asText());
        };
    }

    private static JsonNode add(JsonNode target, JsonPointer path, JsonNode value) {
        if (path.matches()) {
            return value;
        }
        JsonNode parent = value(target, path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            array.insert(last.equals("-") ? array.size() : index(path, array.size()), value);
        } else {
            throw missing(path);
        }
        return target;
    }

    private static JsonNode remove(JsonNode target, JsonPointer path) {
        value(target, path);
        JsonNode parent = value(target, path.head());
        if (parent instanceof ObjectNode object) {
            object.remove(path.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            array.remove(index(path, array.size() - 1));
        }
        return target;
    }

    private static JsonNode replace(JsonNode target, JsonPointer path, JsonNode value) {
        if (path.matches()) {
            return value;
        }
        value(target, path);
        JsonNode parent = value(target, path.head());
        if (parent instanceof ArrayNode array) {
            array.set(index(path, array.size() - 1), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(path.last().getMatchingProperty(), value);
        }
        return target;
    }

    private static JsonNode test(JsonNode target, JsonPointer path, JsonNode value) {
        if (!target.at(path).equals(value)) {
            throw refused("testing value %s failed: test failed".formatted(path));
        }
        return target;
    }

    private static JsonNode value(JsonNode target, JsonPointer path) {
        JsonNode value = target.at(path);
        if (value.isMissingNode()) {
            throw missing(path);
        }
        return value;
    }

    private static int index(JsonPointer path, int max) {
        int index = path.last().getMatchingIndex();
        if (index < 0 || index > max) {
            throw missing(path);
        }
        return index;
    }

    private static JsonPointer pointer(String text) {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    private static ApiException missing(JsonPointer path) {
        return refused("doc is missing path: \"%s\": missing value".formatted(path));
    }

    private static ApiException refused(String why) {
        return new ApiException(
                Reason.INVALID, "the server rejected our request due to an error in our request: " + why);
    }
}
