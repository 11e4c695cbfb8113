// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.ResourceType;
import java.time.InstantSource;
import java.util.List;

/** All controllers of the village, each on a thread of its own. */
public final class Controllers implements AutoCloseable {

    private final ObjectStore store;
    private final List<ControllerLoop> loops;
    private final GarbageCollector garbage;

    private Controllers(ObjectStore store, List<ControllerLoop> loops, GarbageCollector garbage) {
        this.store = store;
        this.loops = loops;
        this.garbage = garbage;
    }

    /** Starts them; they see what changes in the store from now on. */
    public static Controllers start(ObjectStore store, InstantSource clock) {
        EventRecorder events = new EventRecorder(store, clock);
        GarbageCollector garbage = new GarbageCollector(store);
        ControllerLoop deployments = new ControllerLoop("deployment", new DeploymentController(store, events, clock));
        ControllerLoop replicaSets = new ControllerLoop("replicaset", new ReplicaSetController(store, events, clock));
        ControllerLoop scheduler = new ControllerLoop("scheduler", new Scheduler(store));
        ControllerLoop endpoints = new ControllerLoop("endpoints", new EndpointsController(store));
        ControllerLoop namespaces = new ControllerLoop("namespace", new NamespaceController(store));
        List<ControllerLoop> loops = List.of(deployments, replicaSets, scheduler, endpoints, namespaces);
        Controllers all = new Controllers(store, loops, garbage);

        all.eachChange(BuiltIn.DEPLOYMENTS, deployments);
        all.eachOwnersChange(BuiltIn.REPLICA_SETS, deployments, BuiltIn.DEPLOYMENTS);
        all.eachChange(BuiltIn.REPLICA_SETS, replicaSets);
        all.eachOwnersChange(BuiltIn.PODS, replicaSets, BuiltIn.REPLICA_SETS);
        all.eachChange(BuiltIn.PODS, scheduler);
        store.listen(BuiltIn.NODES, e -> all.enqueueAll(BuiltIn.PODS, "", scheduler));
        all.eachChange(BuiltIn.SERVICES, endpoints);
        store.listen(BuiltIn.PODS, e -> all.enqueueAll(BuiltIn.SERVICES, Metadata.namespace(e.object()), endpoints));
        all.eachChange(BuiltIn.NAMESPACES, namespaces);
        garbage.follow();
        return all;
    }

    @Override
    public void close() {
        loops.forEach(ControllerLoop::close);
        garbage.close();
    }

    private void eachChange(ResourceType type, ControllerLoop loop) {
        store.listen(type, event -> loop.enqueue(ObjectKey.of(event.object())));
    }

    private void eachOwnersChange(ResourceType owned, ControllerLoop loop, ResourceType owner) {
        store.listen(owned, event -> Metadata.controllerRef(event.object())
                .filter(ref -> ref.path("kind").asText().equals(owner.kind()))
                .ifPresent(ref -> loop.enqueue(new ObjectKey(
                        Metadata.namespace(event.object()), ref.path("name").asText()))));
    }

    private void enqueueAll(ResourceType type, String namespace, ControllerLoop loop) {
        for (ObjectNode object : store.list(type, namespace).items()) {
            loop.enqueue(ObjectKey.of(object));
        }
    }
}
