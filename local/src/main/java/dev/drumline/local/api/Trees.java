// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.drumline.local.store.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** JSON and YAML as trees, and the shells of Kubernetes objects. */
final class Trees {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private Trees() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode object(String apiVersion, String kind) {
        return object().put("kind", kind).put("apiVersion", apiVersion);
    }

    static ObjectNode list(String apiVersion, String kind, Collection<? extends JsonNode> items) {
        ObjectNode list = object(apiVersion, kind);
        list.putObject("metadata");
        list.putArray("items").addAll(items);
        return list;
    }

    /** @throws ApiException BAD_REQUEST when the bytes are neither JSON nor YAML */
    static JsonNode parse(byte[] bytes) {
        boolean json = bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
        try {
            return json ? JSON.readTree(bytes) : YAML.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw ApiException.badRequest("the body is not valid: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode parseObject(byte[] bytes) {
        if (parse(bytes) instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badRequest("the body is not an object");
    }

    static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
