// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.env;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of a pod that the downward API can show. */
public final class PodFields {

    private static final Pattern ENTRY = Pattern.compile("metadata\\.(labels|annotations)\\['([^']+)']");

    private PodFields() {}

    /** @throws MissingConfigException for a path that is not among them */
    public static String value(JsonNode pod, String path) {
        Matcher entry = ENTRY.matcher(path);
        if (entry.matches()) {
            return pod.path("metadata")
                    .path(entry.group(1))
                    .path(entry.group(2))
                    .asText();
        }
        return switch (path) {
            case "metadata.name", "metadata.namespace", "metadata.uid" ->
                pod.path("metadata").path(path.substring("metadata.".length())).asText();
            case "metadata.labels", "metadata.annotations" ->
                lines(pod.path("metadata").path(path.substring("metadata.".length())));
            case "spec.nodeName" -> pod.path("spec").path("nodeName").asText();
            case "spec.serviceAccountName" ->
                pod.path("spec").path("serviceAccountName").asText("default");
            case "status.podIP", "status.podIPs" ->
                pod.path("status").path("podIP").asText();
            case "status.hostIP", "status.hostIPs" ->
                pod.path("status").path("hostIP").asText();
            default -> throw new MissingConfigException("field " + path + " is not supported by the village's kubelet");
        };
    }

    private static String lines(JsonNode map) {
        return map.properties().stream()
                .map(e -> e.getKey() + "=\"" + e.getValue().asText() + "\"")
                .collect(Collectors.joining("\n"));
    }
}
