// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the village waits for, in the words of its objects.
 *
 * @param waiting what is not ready yet and why, by name
 * @param ready the names of what is
 */
record Readiness(Map<String, String> waiting, List<String> ready) {

    private static final String VERSION = "drumline.dev/v1beta1";

    static Readiness of(ObjectStore store) {
        Map<String, String> waiting = new LinkedHashMap<>();
        List<String> ready = new ArrayList<>();
        for (JsonNode deployment : store.list(BuiltIn.DEPLOYMENTS, "").items()) {
            sort("deployment " + ObjectKey.of(deployment), rollout(deployment), waiting, ready);
        }
        for (String kind : List.of("TaskBroker", "WorkerPool")) {
            for (JsonNode object : list(store, kind)) {
                sort(kind + " " + ObjectKey.of(object), condition(object), waiting, ready);
            }
        }
        List<? extends JsonNode> tasks = list(store, "PeriodicTask");
        long accepted = tasks.stream().filter(task -> condition(task).isEmpty()).count();
        if (!tasks.isEmpty()) {
            String missing = accepted == tasks.size() ? "" : accepted + " of " + tasks.size() + " are";
            sort("schedules", missing, waiting, ready);
        }
        return new Readiness(waiting, ready);
    }

    boolean complete() {
        return waiting.isEmpty() && !ready.isEmpty();
    }

    private static void sort(String name, String missing, Map<String, String> waiting, List<String> ready) {
        if (missing.isEmpty()) {
            ready.add(name);
        } else {
            waiting.put(name, missing);
        }
    }

    private static String rollout(JsonNode deployment) {
        int wanted = deployment.at("/spec/replicas").asInt(1);
        int there = deployment.at("/status/readyReplicas").asInt();
        return there >= wanted ? "" : there + " of " + wanted + " pods are ready";
    }

    private static String condition(JsonNode object) {
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True")
                        ? ""
                        : condition.path("reason").asText() + ": "
                                + condition.path("message").asText();
            }
        }
        return "the operator has not looked at it yet";
    }

    private static List<? extends JsonNode> list(ObjectStore store, String kind) {
        return store.types()
                .byKind(VERSION, kind)
                .map((ResourceType type) -> store.list(type, "").items())
                .orElse(List.of());
    }
}
