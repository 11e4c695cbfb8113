// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes and removes pods until a ReplicaSet has as many as it wants. */
final class ReplicaSetController implements Reconciler {

    private static final String COMPONENT = "replicaset-controller";

    private final ObjectStore store;
    private final EventRecorder events;
    private final InstantSource clock;

    ReplicaSetController(ObjectStore store, EventRecorder events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> reconcile(ObjectKey key) {
        Optional<ObjectNode> found = store.find(BuiltIn.REPLICA_SETS, key.namespace(), key.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode set = found.get();
        if (!Metadata.isDeleting(set)) {
            adjust(set, active(set));
        }
        return report(key, set, active(set));
    }

    private List<ObjectNode> active(ObjectNode set) {
        return Owned.by(store, BuiltIn.PODS, set).stream()
                .filter(Pods::isActive)
                .toList();
    }

    private void adjust(ObjectNode set, List<ObjectNode> pods) {
        int wanted = set.at("/spec/replicas").asInt(1);
        for (int i = pods.size(); i < wanted; i++) {
            ObjectNode pod = store.create(BuiltIn.PODS, newPod(set));
            events.normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + Metadata.name(pod));
        }
        pods.stream()
                .sorted(Pods.FIRST_TO_GO)
                .limit(Math.max(0, pods.size() - wanted))
                .forEach(pod -> {
                    store.delete(BuiltIn.PODS, Metadata.namespace(pod), Metadata.name(pod));
                    events.normal(set, COMPONENT, "SuccessfulDelete", "Deleted pod: " + Metadata.name(pod));
                });
    }

    private Optional<Duration> report(ObjectKey key, ObjectNode set, List<ObjectNode> pods) {
        Duration minReady = Duration.ofSeconds(set.at("/spec/minReadySeconds").asInt(0));
        Instant now = clock.instant();
        long ready = pods.stream().filter(Pods::isReady).count();
        long available =
                pods.stream().filter(p -> Pods.isAvailable(p, minReady, now)).count();
        store.edit(BuiltIn.REPLICA_SETS, key, Part.STATUS, stored -> {
            ObjectNode status = stored.withObjectProperty("status");
            status.put("replicas", pods.size())
                    .put("fullyLabeledReplicas", pods.size())
                    .put("readyReplicas", (int) ready)
                    .put("availableReplicas", (int) available)
                    .put("observedGeneration", set.at("/metadata/generation").asInt());
        });
        return available < ready ? Optional.of(Duration.ofSeconds(1)) : Optional.empty();
    }

    private static ObjectNode newPod(ObjectNode set) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        ObjectNode template = set.path("spec").path("template").deepCopy();
        pod.set("metadata", template.withObjectProperty("metadata"));
        pod.set("spec", template.withObjectProperty("spec"));
        pod.putObject("status").put("phase", "Pending");
        Metadata.of(pod)
                .put("generateName", Metadata.name(set) + "-")
                .put("namespace", Metadata.namespace(set))
                .remove(List.of("name", "creationTimestamp"));
        Owned.refer(pod, set);
        if (!pod.path("spec").has("serviceAccountName")) {
            pod.withObjectProperty("spec").put("serviceAccountName", "default");
        }
        return pod;
    }
}
