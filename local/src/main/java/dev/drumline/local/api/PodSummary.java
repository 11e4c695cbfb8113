// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.store.Metadata;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A pod in three words: how many containers are ready, what it is doing, how often it restarted. */
final class PodSummary {

    private PodSummary() {}

    static String ready(JsonNode pod) {
        long ready = containers(pod).filter(c -> c.path("ready").asBoolean()).count();
        return "%d/%d".formatted(ready, pod.at("/spec/containers").size());
    }

    static String status(JsonNode pod) {
        if (Metadata.isDeleting(pod)) {
            return "Terminating";
        }
        String phase = pod.at("/status/phase").asText("Unknown");
        return containers(pod)
                .map(PodSummary::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElseGet(() -> pod.at("/status/reason").asText(phase));
    }

    static String restarts(JsonNode pod, Ages ages) {
        int restarts =
                containers(pod).mapToInt(c -> c.path("restartCount").asInt()).sum();
        String last = containers(pod)
                .map(c -> c.at("/lastState/terminated/finishedAt").asText(""))
                .max(String::compareTo)
                .orElse("");
        return restarts == 0 || last.isEmpty()
                ? Integer.toString(restarts)
                : "%d (%s ago)".formatted(restarts, ages.since(last));
    }

    private static String reason(JsonNode container) {
        JsonNode state = container.path("state");
        String waiting = state.at("/waiting/reason").asText("");
        return waiting.isEmpty() ? state.at("/terminated/reason").asText("") : waiting;
    }

    private static Stream<JsonNode> containers(JsonNode pod) {
        return StreamSupport.stream(pod.at("/status/containerStatuses").spliterator(), false);
    }
}
