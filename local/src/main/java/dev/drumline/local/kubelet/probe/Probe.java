// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** A container's probe with Kubernetes' defaults filled in. */
public record Probe(
        ProbeAction action,
        Duration initialDelay,
        Duration period,
        Duration timeout,
        int successThreshold,
        int failureThreshold) {

    /** Empty if the container has no such probe. */
    public static Optional<Probe> of(JsonNode json, ProbeActions actions) {
        return actions.read(json)
                .map(action -> new Probe(
                        action,
                        seconds(json, "initialDelaySeconds", 0),
                        seconds(json, "periodSeconds", 10),
                        seconds(json, "timeoutSeconds", 1),
                        json.path("successThreshold").asInt(1),
                        json.path("failureThreshold").asInt(3)));
    }

    private static Duration seconds(JsonNode json, String field, int otherwise) {
        return Duration.ofSeconds(json.path(field).asInt(otherwise));
    }
}
