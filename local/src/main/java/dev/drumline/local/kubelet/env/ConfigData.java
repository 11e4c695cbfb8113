// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.env;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys and bytes of one ConfigMap or Secret. */
public record ConfigData(String kind, String name, Map<String, byte[]> values) {

    /** @throws MissingConfigException if it does not exist and is not marked as optional */
    public static ConfigData configMap(ConfigSource source, String namespace, JsonNode reference) {
        String name = reference.path("name").asText();
        Map<String, byte[]> values = new TreeMap<>();
        found(source.configMap(namespace, name), "configmap", name, reference).ifPresent(map -> {
            map.path("data")
                    .properties()
                    .forEach(e -> values.put(e.getKey(), e.getValue().asText().getBytes(StandardCharsets.UTF_8)));
            decode(map.path("binaryData"), values);
        });
        return new ConfigData("configmap", name, values);
    }

    /** @throws MissingConfigException if it does not exist and is not marked as optional */
    public static ConfigData secret(ConfigSource source, String namespace, JsonNode reference) {
        String name = reference
                .path(reference.has("secretName") ? "secretName" : "name")
                .asText();
        Map<String, byte[]> values = new TreeMap<>();
        found(source.secret(namespace, name), "secret", name, reference)
                .ifPresent(secret -> decode(secret.path("data"), values));
        return new ConfigData("secret", name, values);
    }

    /** @throws MissingConfigException if the key is not there and not marked as optional */
    public Optional<byte[]> value(JsonNode reference) {
        String key = reference.path("key").asText();
        byte[] value = values.get(key);
        if (value == null && !reference.path("optional").asBoolean()) {
            throw new MissingConfigException("couldn't find key " + key + " in " + kind + " \"" + name + "\"");
        }
        return Optional.ofNullable(value);
    }

    private static <T> Optional<T> found(Optional<T> object, String kind, String name, JsonNode reference) {
        if (object.isEmpty() && !reference.path("optional").asBoolean()) {
            throw new MissingConfigException(kind + " \"" + name + "\" not found");
        }
        return object;
    }

    private static void decode(JsonNode data, Map<String, byte[]> values) {
        data.properties()
                .forEach(e -> values.put(
                        e.getKey(), Base64.getMimeDecoder().decode(e.getValue().asText())));
    }
}
