// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Metadata;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What a Deployment says about itself: counts, and the conditions Available and Progressing. */
final class DeploymentStatus {

    private static final String COMPLETE = "NewReplicaSetAvailable";
    private static final String LATE = "ProgressDeadlineExceeded";

    private final ObjectNode deployment;
    private final List<ObjectNode> sets;
    private final Instant now;
    private final int wanted;
    private final int replicas;
    private final int available;
    private final int updated;

    DeploymentStatus(ObjectNode deployment, List<ObjectNode> sets, Instant now) {
        this.deployment = deployment;
        this.sets = sets;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.wanted = deployment.at("/spec/replicas").asInt(1);
        this.replicas = sum("/status/replicas");
        this.available = sum("/status/availableReplicas");
        this.updated = newSet().map(s -> s.at("/status/replicas").asInt()).orElse(0);
    }

    void writeTo(ObjectNode stored) {
        ObjectNode status = stored.withObjectProperty("status");
        boolean progressed = updated != status.path("updatedReplicas").asInt()
                || available != status.path("availableReplicas").asInt()
                || replicas != status.path("replicas").asInt()
                || generation() != status.path("observedGeneration").asInt();
        status.put("observedGeneration", generation())
                .put("replicas", replicas)
                .put("updatedReplicas", updated)
                .put("readyReplicas", sum("/status/readyReplicas"))
                .put("availableReplicas", available)
                .put("unavailableReplicas", Math.max(0, wanted - available));
        ArrayNode conditions = status.withArrayProperty("conditions");
        boolean enough = available >= wanted - maxUnavailable();
        condition(
                conditions,
                "Available",
                enough,
                enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                "Deployment %s minimum availability.".formatted(enough ? "has" : "does not have"));
        progressing(conditions, progressed);
    }

    /** When a rollout that does not progress is to be called late. */
    Optional<Duration> deadlineIn() {
        return isComplete() ? Optional.empty() : Optional.of(Duration.ofSeconds(10));
    }

    private void progressing(ArrayNode conditions, boolean progressed) {
        String name = newSet().map(Metadata::name).orElse("");
        ObjectNode before = find(conditions, "Progressing");
        if (isComplete()) {
            condition(
                    conditions,
                    "Progressing",
                    true,
                    COMPLETE,
                    "ReplicaSet \"%s\" has successfully progressed.".formatted(name));
        } else if (!progressed && before != null && isLate(before)) {
            condition(
                    conditions,
                    "Progressing",
                    false,
                    LATE,
                    "ReplicaSet \"%s\" has timed out progressing.".formatted(name));
        } else if (progressed || before == null) {
            condition(
                    conditions,
                    "Progressing",
                    true,
                    "ReplicaSetUpdated",
                    "ReplicaSet \"%s\" is progressing.".formatted(name));
            find(conditions, "Progressing").put("lastUpdateTime", now.toString());
        }
    }

    private boolean isComplete() {
        return updated == wanted && replicas == wanted && available == wanted;
    }

    private boolean isLate(JsonNode progressing) {
        int deadline = deployment.at("/spec/progressDeadlineSeconds").asInt(600);
        boolean running = !progressing.path("reason").asText().equals(COMPLETE);
        Instant since = Instant.parse(progressing.path("lastUpdateTime").asText(now.toString()));
        return running && since.plusSeconds(deadline).isBefore(now);
    }

    private void condition(ArrayNode conditions, String type, boolean met, String reason, String message) {
        String status = met ? "True" : "False";
        ObjectNode condition = find(conditions, type);
        if (condition == null) {
            condition = conditions.addObject().put("type", type);
        }
        if (!condition.path("status").asText().equals(status)) {
            condition.put("lastTransitionTime", now.toString());
        }
        boolean same = condition.path("reason").asText().equals(reason)
                && condition.path("message").asText().equals(message);
        if (!same) {
            condition.put("lastUpdateTime", now.toString());
        }
        condition.put("status", status).put("reason", reason).put("message", message);
    }

    private static ObjectNode find(ArrayNode conditions, String type) {
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals(type)) {
                return (ObjectNode) condition;
            }
        }
        return null;
    }

    private Optional<ObjectNode> newSet() {
        return sets.stream().filter(s -> Templates.isOf(s, deployment)).findFirst();
    }

    private int maxUnavailable() {
        return RolloutPlan.resolve(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable"), wanted, false);
    }

    private int generation() {
        return deployment.at("/metadata/generation").asInt();
    }

    private int sum(String pointer) {
        return sets.stream().mapToInt(s -> s.at(pointer).asInt()).sum();
    }
}
