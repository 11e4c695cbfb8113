// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.kubelet.env.ConfigData;
import dev.drumline.local.kubelet.env.ConfigSource;
import dev.drumline.local.kubelet.env.MissingConfigException;
import dev.drumline.local.kubelet.env.PodFields;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The files that a volume of a pod holds at the start, by path inside the volume. */
final class VolumeFiles {

    private final JsonNode pod;
    private final ConfigSource source;

    VolumeFiles(JsonNode pod, ConfigSource source) {
        this.pod = pod;
        this.source = source;
    }

    /** @throws MissingConfigException if what the volume shows is missing, or its kind is not imitated */
    Map<String, byte[]> of(JsonNode volume) {
        if (volume.has("emptyDir")) {
            return Map.of();
        }
        if (volume.has("projected")) {
            Map<String, byte[]> files = new TreeMap<>();
            volume.path("projected").path("sources").forEach(part -> files.putAll(of(part)));
            return files;
        }
        if (volume.has("configMap")) {
            return chosen(
                    volume.path("configMap"), ConfigData.configMap(source, namespace(), volume.path("configMap")));
        }
        if (volume.has("secret")) {
            return chosen(volume.path("secret"), ConfigData.secret(source, namespace(), volume.path("secret")));
        }
        if (volume.has("downwardAPI")) {
            return fields(volume.path("downwardAPI"));
        }
        throw new MissingConfigException("volume \"" + volume.path("name").asText()
                + "\": the village imitates only emptyDir, configMap, secret," + " downwardAPI and projected");
    }

    private Map<String, byte[]> chosen(JsonNode volume, ConfigData data) {
        if (!volume.has("items")) {
            return data.values();
        }
        Map<String, byte[]> files = new TreeMap<>();
        volume.path("items").forEach(item -> data.value(item)
                .ifPresent(value -> files.put(item.path("path").asText(), value)));
        return files;
    }

    private Map<String, byte[]> fields(JsonNode volume) {
        Map<String, byte[]> files = new TreeMap<>();
        volume.path("items").forEach(item -> {
            String path = item.path("fieldRef").path("fieldPath").asText();
            files.put(item.path("path").asText(), PodFields.value(pod, path).getBytes(StandardCharsets.UTF_8));
        });
        return files;
    }

    private String namespace() {
        return pod.path("metadata").path("namespace").asText();
    }
}
