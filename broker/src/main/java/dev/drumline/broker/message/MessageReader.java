// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Reads Celery's protocol 2 from a list element of the Redis transport. JSON only; whatever is not a message ends in
 * one {@link UnreadableMessageException}.
 */
public final class MessageReader {

    private MessageReader() {}

    /**
     * @param element the whole list element, at most {@link Json#MAX_BYTES}
     * @throws UnreadableMessageException with the reason
     */
    public static TaskMessage read(byte[] element) throws UnreadableMessageException {
        require(element.length <= Json.MAX_BYTES, "the message is larger than " + Json.MAX_BYTES + " bytes");
        ObjectNode envelope = object(parse(element, "message"), "message");
        ObjectNode headers = object(envelope.path("headers"), "headers");
        ObjectNode properties = object(envelope.path("properties"), "properties");
        require(headers.path("task").isTextual(), "headers.task is missing");
        require(headers.path("id").isTextual(), "headers.id is missing");
        String contentType = envelope.path("content-type").asText();
        require(
                contentType.equals("application/json"),
                "content-type is \"" + contentType + "\", not application/json");

        JsonNode body = parse(body(envelope, headers, properties), "body");
        require(body.isArray() && body.size() == 3, "body is not [args, kwargs, embed]");
        TaskCall call = new TaskCall(
                headers.path("task").textValue(), array(body.get(0), "args"), object(body.get(1), "kwargs"));
        return new TaskMessage(call, headers, properties, embed(body.get(2)));
    }

    private static byte[] body(ObjectNode envelope, ObjectNode headers, ObjectNode properties)
            throws UnreadableMessageException {
        require(envelope.path("body").isTextual(), "body is missing");
        String text = envelope.path("body").textValue();
        byte[] bytes =
                properties.path("body_encoding").asText("utf-8").equals("base64") ? base64(text) : text.getBytes(UTF_8);
        return decompressed(bytes, headers.path("compression").asText(""));
    }

    private static byte[] base64(String text) throws UnreadableMessageException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("body is not base64");
        }
    }

    private static byte[] decompressed(byte[] bytes, String compression) throws UnreadableMessageException {
        return switch (compression) {
            case "" -> bytes;
            case "application/x-gzip", "gzip", "zlib" -> inflated(bytes);
            default -> throw new UnreadableMessageException("compression \"" + compression + "\" is not known");
        };
    }

    /** Kombu's gzip is zlib's format under another name (kombu/compression.py); real gzip is taken too. */
    private static byte[] inflated(byte[] bytes) throws UnreadableMessageException {
        boolean gzip = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        try (InputStream source = new ByteArrayInputStream(bytes);
                InputStream in = gzip ? new GZIPInputStream(source) : new InflaterInputStream(source)) {
            byte[] inflated = in.readNBytes(Json.MAX_BYTES + 1);
            require(
                    inflated.length <= Json.MAX_BYTES,
                    "body is larger than " + Json.MAX_BYTES + " bytes when unpacked");
            return inflated;
        } catch (IOException e) {
            throw new UnreadableMessageException("body can't be unpacked");
        }
    }

    private static JsonNode parse(byte[] bytes, String what) throws UnreadableMessageException {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Json.MAPPER.readTree(text);
        } catch (CharacterCodingException e) {
            throw new UnreadableMessageException(what + " is not UTF-8");
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException(what + " is not JSON: " + e.getOriginalMessage());
        }
    }

    private static ObjectNode embed(JsonNode node) throws UnreadableMessageException {
        return node.isNull() ? Json.object() : object(node, "embed");
    }

    private static ObjectNode object(JsonNode node, String what) throws UnreadableMessageException {
        require(node.isObject(), what + " is not a JSON object");
        return (ObjectNode) node;
    }

    private static ArrayNode array(JsonNode node, String what) throws UnreadableMessageException {
        require(node.isArray(), what + " is not a JSON array");
        return (ArrayNode) node;
    }

    private static void require(boolean holds, String reason) throws UnreadableMessageException {
        if (!holds) {
            throw new UnreadableMessageException(reason);
        }
    }
}
