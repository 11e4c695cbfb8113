// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a container's mount paths really are. A process can't be given a root of its own without privileges, so a path
 * at or below a mount is rewritten wherever the container is told it: {@code -cp=/app/lib} becomes
 * {@code -cp=/…/volumes/app/lib}, while {@code /application} and {@code http://host/app} stay.
 */
public final class MountPaths {

    private final Map<String, String> places;
    private final Pattern anyMount;

    private MountPaths(Map<String, String> places) {
        this.places = places;
        // One pass with the longest first: a mount inside another wins, and no replacement is replaced again.
        String mounts = places.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.anyMount = Pattern.compile("(?:(?<=file://)|(?<![\\w./-]))(?:" + mounts + ")(?=/|$|[^\\w.-])");
    }

    /** @param volumes the folder of each volume, by its name */
    public static MountPaths of(JsonNode container, Map<String, Path> volumes) {
        Map<String, String> places = new HashMap<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            Path volume = volumes.get(mount.path("name").asText());
            if (volume != null) {
                Path place = volume.resolve(mount.path("subPath").asText(""));
                places.put(mount.path("mountPath").asText().replaceFirst("(?<=.)/+$", ""), place.toString());
            }
        }
        return new MountPaths(places);
    }

    public String rewrite(String text) {
        return places.isEmpty()
                ? text
                : anyMount.matcher(text).replaceAll(match -> Matcher.quoteReplacement(places.get(match.group())));
    }

    public List<String> rewrite(List<String> words) {
        return words.stream().map(this::rewrite).toList();
    }
}
