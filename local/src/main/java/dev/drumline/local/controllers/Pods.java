// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Metadata;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;

/** What controllers read from a pod, and which one goes first when there are too many. */
final class Pods {

    private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

    /**
     * Kubernetes' own order of scaling down: not yet on a node, not yet running, not ready, cheapest to delete by
     * {@code pod-deletion-cost}, shortest ready, most restarts, youngest.
     */
    static final Comparator<JsonNode> FIRST_TO_GO = Comparator.<JsonNode, Boolean>comparing(
                    pod -> pod.path("spec").hasNonNull("nodeName"))
            .thenComparing(pod -> PHASES.indexOf(pod.at("/status/phase").asText()))
            .thenComparing(Pods::isReady)
            .thenComparing(Pods::deletionCost)
            .thenComparing(Pods::readySince, Comparator.reverseOrder())
            .thenComparing(Pods::restarts, Comparator.reverseOrder())
            .thenComparing(pod -> pod.at("/metadata/creationTimestamp").asText(), Comparator.reverseOrder());

    private Pods() {}

    /** Counts as one of its set's replicas. */
    static boolean isActive(ObjectNode pod) {
        String phase = pod.at("/status/phase").asText();
        return !Metadata.isDeleting(pod) && !phase.equals("Succeeded") && !phase.equals("Failed");
    }

    static boolean isReady(JsonNode pod) {
        return readyCondition(pod).path("status").asText().equals("True");
    }

    /** Ready for at least that long. */
    static boolean isAvailable(JsonNode pod, Duration minReady, Instant now) {
        return isReady(pod)
                && (minReady.isZero() || !readySince(pod).plus(minReady).isAfter(now));
    }

    private static int deletionCost(JsonNode pod) {
        String cost = Metadata.annotations(pod).getOrDefault("controller.kubernetes.io/pod-deletion-cost", "0");
        try {
            return Integer.parseInt(cost);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Instant readySince(JsonNode pod) {
        try {
            return Instant.parse(readyCondition(pod).path("lastTransitionTime").asText(""));
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static int restarts(JsonNode pod) {
        int restarts = 0;
        for (JsonNode container : pod.at("/status/containerStatuses")) {
            restarts += container.path("restartCount").asInt();
        }
        return restarts;
    }

    private static JsonNode readyCondition(JsonNode pod) {
        for (JsonNode condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition;
            }
        }
        return pod.path("status").path("none");
    }
}
