// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.message.TaskMessage;
import dev.drumline.broker.message.UnreadableMessageException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Kombu's way of sending Python's values in JSON, objects of exactly {@code __type__} and {@code __value__}
 * (kombu/utils/json.py), as plain JSON: times, dates and UUIDs as texts, decimals as numbers, bytes as binary.
 */
final class TypedValues {

    private static final String TYPE = "__type__";
    private static final String VALUE = "__value__";
    private static final int LONGEST_DECIMAL = 1000;

    private TypedValues() {}

    static TaskMessage decode(TaskMessage message) throws UnreadableMessageException {
        TaskCall call = message.call();
        ArrayNode args = (ArrayNode) decode(call.args());
        if (!(decode(call.kwargs()) instanceof ObjectNode kwargs)) {
            throw new UnreadableMessageException("kwargs is not a JSON object");
        }
        return new TaskMessage(
                new TaskCall(call.task(), args, kwargs), message.headers(), message.properties(), message.embed());
    }

    private static JsonNode decode(JsonNode node) throws UnreadableMessageException {
        if (node instanceof ArrayNode array) {
            ArrayNode decoded = Json.array();
            for (JsonNode element : array) {
                decoded.add(decode(element));
            }
            return decoded;
        }
        if (node instanceof ObjectNode object) {
            return object.size() == 2 && object.has(TYPE) && object.has(VALUE) ? typed(object) : fields(object);
        }
        return node;
    }

    private static ObjectNode fields(ObjectNode object) throws UnreadableMessageException {
        ObjectNode decoded = Json.object();
        for (var field : object.properties()) {
            decoded.set(field.getKey(), decode(field.getValue()));
        }
        return decoded;
    }

    private static JsonNode typed(ObjectNode object) throws UnreadableMessageException {
        String type = object.get(TYPE).asText();
        JsonNode value = object.get(VALUE);
        try {
            return switch (type) {
                case "datetime", "date", "time" -> TextNode.valueOf(value.asText());
                case "uuid" -> TextNode.valueOf(uuid(value.path("hex").asText()));
                case "decimal" -> DecimalNode.valueOf(decimal(value.asText()));
                case "bytes" -> BinaryNode.valueOf(value.asText().getBytes(StandardCharsets.UTF_8));
                case "base64" -> BinaryNode.valueOf(Base64.getDecoder().decode(value.asText()));
                default -> throw new UnreadableMessageException("a value of type \"" + type + "\" is not known");
            };
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("a value is not a " + type);
        }
    }

    /** As long as a number in JSON may be: longer ones take longer than linear to read. */
    private static BigDecimal decimal(String text) {
        if (text.length() > LONGEST_DECIMAL) {
            throw new NumberFormatException("too long");
        }
        return new BigDecimal(text);
    }

    private static String uuid(String hex) {
        return hex.replaceFirst("^(.{8})(.{4})(.{4})(.{4})(.{12})$", "$1-$2-$3-$4-$5");
    }
}
