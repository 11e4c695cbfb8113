// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.env;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that a container's env and envFrom ask for, in their order, expanded. */
public final class ContainerEnvironment {

    private final JsonNode pod;
    private final ConfigSource source;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private ContainerEnvironment(JsonNode pod, ConfigSource source) {
        this.pod = pod;
        this.source = source;
    }

    /** @throws MissingConfigException if something it refers to is missing */
    public static Map<String, String> of(JsonNode pod, JsonNode container, ConfigSource source) {
        ContainerEnvironment environment = new ContainerEnvironment(pod, source);
        container.path("envFrom").forEach(environment::addAll);
        container.path("env").forEach(environment::add);
        return environment.variables;
    }

    private void addAll(JsonNode from) {
        ConfigData data = from.has("secretRef")
                ? ConfigData.secret(source, namespace(), from.path("secretRef"))
                : ConfigData.configMap(source, namespace(), from.path("configMapRef"));
        String prefix = from.path("prefix").asText("");
        data.values().forEach((key, value) -> variables.put(prefix + key, text(value)));
    }

    private void add(JsonNode variable) {
        String name = variable.path("name").asText();
        if (variable.has("valueFrom")) {
            referred(variable.path("valueFrom")).ifPresent(value -> variables.put(name, value));
        } else {
            variables.put(name, VariableExpansion.expand(variable.path("value").asText(""), variables));
        }
    }

    private Optional<String> referred(JsonNode from) {
        if (from.has("fieldRef")) {
            return Optional.of(
                    PodFields.value(pod, from.path("fieldRef").path("fieldPath").asText()));
        }
        if (from.has("secretKeyRef")) {
            JsonNode reference = from.path("secretKeyRef");
            return ConfigData.secret(source, namespace(), reference)
                    .value(reference)
                    .map(ContainerEnvironment::text);
        }
        if (from.has("configMapKeyRef")) {
            JsonNode reference = from.path("configMapKeyRef");
            return ConfigData.configMap(source, namespace(), reference)
                    .value(reference)
                    .map(ContainerEnvironment::text);
        }
        throw new MissingConfigException("valueFrom " + from + " is not supported by the village's kubelet");
    }

    private String namespace() {
        return pod.path("metadata").path("namespace").asText();
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
