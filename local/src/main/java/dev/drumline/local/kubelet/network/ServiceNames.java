// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which names mean which ready pods, as lines of a hosts file. A Service has no address of its own in the village. */
final class ServiceNames {

    private ServiceNames() {}

    /** @param namespace where the reader lives: its Services go by their bare name too */
    static List<String> lines(String namespace, List<? extends JsonNode> services, List<? extends JsonNode> pods) {
        List<String> lines = new ArrayList<>();
        for (JsonNode service : services) {
            String names = names(namespace, service);
            for (JsonNode pod : pods) {
                if (serves(pod, service)) {
                    lines.add(pod.path("status").path("podIP").asText() + " " + names);
                }
            }
        }
        return lines;
    }

    private static String names(String namespace, JsonNode service) {
        String name = service.path("metadata").path("name").asText();
        String home = service.path("metadata").path("namespace").asText();
        String qualified = name + "." + home;
        String all = qualified + " " + qualified + ".svc " + qualified + ".svc.cluster.local";
        return home.equals(namespace) ? name + " " + all : all;
    }

    private static boolean serves(JsonNode pod, JsonNode service) {
        return pod.path("metadata")
                        .path("namespace")
                        .equals(service.path("metadata").path("namespace"))
                && selects(
                        service.path("spec").path("selector"),
                        pod.path("metadata").path("labels"))
                && (isReady(pod)
                        || service.path("spec").path("publishNotReadyAddresses").asBoolean());
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream().map(Map.Entry::getKey).allMatch(key -> selector.get(key)
                        .equals(labels.get(key)));
    }

    private static boolean isReady(JsonNode pod) {
        if (pod.path("metadata").has("deletionTimestamp")) {
            return false;
        }
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }
}
