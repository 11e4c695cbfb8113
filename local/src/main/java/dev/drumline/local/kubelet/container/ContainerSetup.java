// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.kubelet.env.ConfigSource;
import dev.drumline.local.kubelet.env.ContainerEnvironment;
import dev.drumline.local.kubelet.env.MissingConfigException;
import dev.drumline.local.kubelet.env.VariableExpansion;
import dev.drumline.local.kubelet.image.CommandLine;
import dev.drumline.local.kubelet.image.Image;
import dev.drumline.local.kubelet.image.ImageCatalog;
import dev.drumline.local.kubelet.image.Placeholders;
import dev.drumline.local.kubelet.volume.MountPaths;
import dev.drumline.local.kubelet.volume.PodVolumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Makes the box that a container runs in.
 *
 * @param pods the folder in which each pod gets one of its own
 * @param hosts the folder of a hosts file per namespace
 * @param kubeconfig what a pod with a service account token is given as KUBECONFIG
 * @param places what {@code ${…}} in images.yaml means on this machine
 */
public record ContainerSetup(
        ImageCatalog images, ConfigSource source, Path pods, Path hosts, Path kubeconfig, Map<String, String> places) {

    /** The folder of a pod; what is in it goes when the pod goes. */
    public Path podFolder(JsonNode pod) {
        return pods.resolve(pod.path("metadata").path("uid").asText());
    }

    ContainerBox prepare(JsonNode pod, JsonNode container) throws StartRefusedException {
        Image known = image(container.path("image").asText());
        try {
            Path folder = podFolder(pod);
            MountPaths mounts = MountPaths.of(container, new PodVolumes(folder).materialise(pod, source));
            Path root = Files.createDirectories(
                    folder.resolve("containers").resolve(container.path("name").asText()));
            Path tmp = Files.createDirectories(temporary(mounts, root));
            Image image = new Placeholders(places(pod, tmp)).fill(known);
            Map<String, String> env = base(pod, root, tmp);
            env.putAll(image.env());
            ContainerEnvironment.of(pod, container, source)
                    .forEach((name, value) -> env.put(name, mounts.rewrite(value)));
            List<String> words = CommandLine.of(
                    image, words(container, "command", env, mounts), words(container, "args", env, mounts));
            return new ContainerBox(image, words, env, mounts, workingDirectory(container, mounts, root));
        } catch (MissingConfigException e) {
            throw new StartRefusedException("CreateContainerConfigError", e.getMessage());
        } catch (IOException e) {
            throw new StartRefusedException("CreateContainerError", e.toString());
        }
    }

    private Image image(String reference) throws StartRefusedException {
        return images.find(reference)
                .orElseThrow(() -> new StartRefusedException(
                        "ErrImagePull",
                        "image \"" + reference + "\" can't run here: the village pulls nothing and knows only "
                                + String.join(", ", images.names())));
    }

    private Map<String, String> places(JsonNode pod, Path tmp) {
        Map<String, String> filled = new HashMap<>(places);
        filled.put("podIP", pod.path("status").path("podIP").asText());
        filled.put("tmp", tmp.toString());
        return filled;
    }

    private Map<String, String> base(JsonNode pod, Path root, Path tmp) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        env.put("HOME", root.toString());
        env.put("TMPDIR", tmp.toString());
        env.put("LANG", "C.UTF-8");
        env.put("HOSTNAME", pod.path("metadata").path("name").asText());
        String namespace = pod.path("metadata").path("namespace").asText();
        env.put("DRUMLINE_VILLAGE_HOSTS", hosts.resolve(namespace).toString());
        if (pod.path("spec").path("automountServiceAccountToken").asBoolean(true)) {
            env.put("KUBECONFIG", kubeconfig.toString());
        }
        return env;
    }

    /** A volume at /tmp is where the container's programs expect their temporary files. */
    private static Path temporary(MountPaths mounts, Path root) {
        String mounted = mounts.rewrite("/tmp");
        return mounted.equals("/tmp") ? root.resolve("tmp") : Path.of(mounted);
    }

    private static List<String> words(JsonNode container, String field, Map<String, String> env, MountPaths mounts) {
        return StreamSupport.stream(container.path(field).spliterator(), false)
                .map(word -> mounts.rewrite(VariableExpansion.expand(word.asText(), env)))
                .toList();
    }

    private static Path workingDirectory(JsonNode container, MountPaths mounts, Path root) {
        String asked = container.path("workingDir").asText("");
        String mounted = mounts.rewrite(asked);
        return mounted.equals(asked) ? root : Path.of(mounted);
    }
}
