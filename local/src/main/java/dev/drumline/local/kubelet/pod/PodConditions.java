// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.container.ContainerStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** The conditions of a pod; a condition that stays as it was keeps its transition time. */
final class PodConditions {

    private final JsonNode previous;
    private final Instant now;
    private final ArrayNode conditions = JsonNodeFactory.instance.arrayNode();

    PodConditions(JsonNode previous, Instant now) {
        this.previous = previous;
        this.now = now;
    }

    ArrayNode of(List<ContainerStatus> inits, List<ContainerStatus> mains) {
        add("PodScheduled", true, "", "");
        List<String> pending = namesOf(inits.stream().filter(status -> !status.succeeded()));
        add(
                "Initialized",
                pending.isEmpty(),
                "ContainersNotInitialized",
                "containers with incomplete status: " + pending);
        List<String> unready = namesOf(mains.stream().filter(status -> !status.ready()));
        for (String type : List.of("ContainersReady", "Ready")) {
            add(type, unready.isEmpty(), "ContainersNotReady", "containers with unready status: " + unready);
        }
        return conditions;
    }

    private void add(String type, boolean holds, String reason, String message) {
        ObjectNode condition = conditions.addObject().put("type", type).put("status", holds ? "True" : "False");
        if (!holds) {
            condition.put("reason", reason).put("message", message);
        }
        condition.put("lastTransitionTime", transitionTime(type, holds ? "True" : "False"));
    }

    private String transitionTime(String type, String status) {
        for (JsonNode condition : previous) {
            if (condition.path("type").asText().equals(type)
                    && condition.path("status").asText().equals(status)) {
                return condition.path("lastTransitionTime").asText();
            }
        }
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static List<String> namesOf(Stream<ContainerStatus> statuses) {
        return statuses.map(ContainerStatus::name).toList();
    }
}
