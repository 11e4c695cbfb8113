// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;

/** A task's arguments as the sender gave them, Python's typed values (dates, UUIDs, decimals) as plain JSON. */
public record TaskArguments(ArrayNode args, ObjectNode kwargs) {

    /**
     * The keyword arguments as a record or class of the handler's own.
     *
     * @throws IllegalArgumentException naming the argument that does not fit
     */
    public <T> T kwargsAs(Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(kwargs, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(reason(e), e);
        }
    }

    /** What the handler's own class objected, where it was that. */
    private static String reason(JsonProcessingException fault) {
        return fault.getCause() instanceof IllegalArgumentException objection
                ? objection.getMessage()
                : "kwargs do not fit: " + fault.getOriginalMessage();
    }

    /**
     * The argument that Python would bind to a parameter: by its name, else by its place.
     *
     * @throws IllegalArgumentException if there is none
     */
    public JsonNode required(int place, String name) {
        JsonNode value = kwargs.has(name) ? kwargs.get(name) : args.path(place);
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("missing argument: " + name);
        }
        return value;
    }
}
