// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.kubelet.env.ConfigSource;
import dev.drumline.local.kubelet.env.MissingConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The volumes of one pod as folders of this machine: {@code <pod folder>/volumes/<name>}. */
public final class PodVolumes {

    private final Path folder;

    public PodVolumes(Path podFolder) {
        this.folder = podFolder.resolve("volumes");
    }

    /**
     * Writes what each volume shows now; files that are there already are replaced, the content of an emptyDir stays.
     *
     * @throws MissingConfigException if a ConfigMap or Secret is missing
     */
    public Map<String, Path> materialise(JsonNode pod, ConfigSource source) throws IOException {
        VolumeFiles files = new VolumeFiles(pod, source);
        Map<String, Path> folders = new HashMap<>();
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            String name = volume.path("name").asText();
            Path place = folder.resolve(name);
            Files.createDirectories(place);
            write(place, files.of(volume));
            folders.put(name, place);
        }
        return folders;
    }

    private static void write(Path place, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = place.resolve(file.getKey()).normalize();
            if (!target.startsWith(place)) {
                throw new MissingConfigException("volume path \"" + file.getKey() + "\" leaves its volume");
            }
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
