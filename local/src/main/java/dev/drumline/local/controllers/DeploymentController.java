// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.DeleteOptions;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rolls a Deployment from ReplicaSet to ReplicaSet. */
final class DeploymentController implements Reconciler {

    private static final String COMPONENT = "deployment-controller";

    private final ObjectStore store;
    private final EventRecorder events;
    private final InstantSource clock;

    DeploymentController(ObjectStore store, EventRecorder events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> reconcile(ObjectKey key) {
        Optional<ObjectNode> found = store.find(BuiltIn.DEPLOYMENTS, key.namespace(), key.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode deployment = found.get();
        if (!Metadata.isDeleting(deployment)) {
            roll(deployment, current(deployment));
        }
        return report(key, deployment);
    }

    /** The ReplicaSet of the current template, made when there is none; its revision is the highest. */
    private ObjectNode current(ObjectNode deployment) {
        List<ObjectNode> sets = Owned.by(store, BuiltIn.REPLICA_SETS, deployment);
        int highest = sets.stream().mapToInt(Templates::revision).max().orElse(0);
        ObjectNode current = sets.stream()
                .filter(set -> Templates.isOf(set, deployment))
                .findFirst()
                .orElseGet(() -> create(deployment, highest + 1));
        if (Templates.revision(current) < highest) {
            Templates.setRevision(current, highest + 1);
            current = store.update(BuiltIn.REPLICA_SETS, current);
        }
        int revision = Templates.revision(current);
        if (Templates.revision(deployment) != revision) {
            store.edit(
                    BuiltIn.DEPLOYMENTS,
                    ObjectKey.of(deployment),
                    Part.MAIN,
                    stored -> Templates.setRevision(stored, revision));
        }
        return current;
    }

    private ObjectNode create(ObjectNode deployment, int revision) {
        ObjectNode set = Templates.newReplicaSet(deployment);
        Templates.setRevision(set, revision);
        return store.create(BuiltIn.REPLICA_SETS, set);
    }

    private void roll(ObjectNode deployment, ObjectNode current) {
        List<ObjectNode> old = old(deployment);
        RolloutPlan plan = plan(deployment, current, old);
        scale(deployment, current, plan.newSet());
        for (int i = 0; i < old.size(); i++) {
            scale(deployment, old.get(i), plan.oldSets().get(i));
        }
        forgetOldest(deployment, old);
    }

    private RolloutPlan plan(ObjectNode deployment, ObjectNode current, List<ObjectNode> old) {
        int wanted = deployment.at("/spec/replicas").asInt(1);
        List<RolloutPlan.State> oldStates =
                old.stream().map(DeploymentController::state).toList();
        if (deployment.at("/spec/paused").asBoolean()) {
            boolean only = oldStates.stream().allMatch(s -> s.replicas() == 0);
            return new RolloutPlan(
                    only ? wanted : state(current).replicas(),
                    oldStates.stream().map(RolloutPlan.State::replicas).toList());
        }
        if (deployment.at("/spec/strategy/type").asText().equals("Recreate")) {
            boolean gone = old.stream()
                    .allMatch(set -> Owned.by(store, BuiltIn.PODS, set).isEmpty());
            return RolloutPlan.recreate(wanted, oldStates, gone);
        }
        JsonNode rolling = deployment.at("/spec/strategy/rollingUpdate");
        int surge = RolloutPlan.resolve(rolling.path("maxSurge"), wanted, true);
        int unavailable = RolloutPlan.resolve(rolling.path("maxUnavailable"), wanted, false);
        boolean stuck = surge == 0 && unavailable == 0;
        return RolloutPlan.roll(wanted, surge, stuck ? 1 : unavailable, state(current), oldStates);
    }

    /** ReplicaSets of former templates, oldest first. */
    private List<ObjectNode> old(ObjectNode deployment) {
        return Owned.by(store, BuiltIn.REPLICA_SETS, deployment).stream()
                .filter(set -> !Templates.isOf(set, deployment))
                .sorted(Comparator.comparingInt(Templates::revision))
                .toList();
    }

    private void scale(ObjectNode deployment, ObjectNode set, int replicas) {
        int before = set.at("/spec/replicas").asInt();
        if (before == replicas) {
            return;
        }
        store.edit(BuiltIn.REPLICA_SETS, ObjectKey.of(set), Part.MAIN, stored -> stored.withObjectProperty("spec")
                .put("replicas", replicas));
        events.normal(
                deployment,
                COMPONENT,
                "ScalingReplicaSet",
                "Scaled %s replica set %s from %d to %d"
                        .formatted(before < replicas ? "up" : "down", Metadata.name(set), before, replicas));
    }

    private void forgetOldest(ObjectNode deployment, List<ObjectNode> old) {
        int kept = deployment.at("/spec/revisionHistoryLimit").asInt(10);
        List<ObjectNode> idle = old.stream()
                .filter(set -> set.at("/spec/replicas").asInt() == 0
                        && set.at("/status/replicas").asInt() == 0)
                .toList();
        idle.stream().limit(Math.max(0, idle.size() - kept)).forEach(set -> {
            try {
                store.delete(BuiltIn.REPLICA_SETS, ObjectKey.of(set), DeleteOptions.DEFAULT);
            } catch (ApiException e) {
                if (!e.is(Reason.NOT_FOUND)) {
                    throw e;
                }
            }
        });
    }

    private Optional<Duration> report(ObjectKey key, ObjectNode deployment) {
        List<ObjectNode> sets = Owned.by(store, BuiltIn.REPLICA_SETS, deployment);
        DeploymentStatus status = new DeploymentStatus(deployment, sets, clock.instant());
        store.edit(BuiltIn.DEPLOYMENTS, key, Part.STATUS, status::writeTo);
        return status.deadlineIn();
    }

    private static RolloutPlan.State state(ObjectNode set) {
        return new RolloutPlan.State(
                set.at("/spec/replicas").asInt(),
                set.at("/status/availableReplicas").asInt());
    }
}
