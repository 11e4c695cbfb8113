// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import java.time.Duration;
import java.util.Optional;

/** Puts every pod on the first node there is. */
final class Scheduler implements Reconciler {

    private final ObjectStore store;

    Scheduler(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<Duration> reconcile(ObjectKey key) {
        Optional<ObjectNode> pod = store.find(BuiltIn.PODS, key.namespace(), key.name())
                .filter(p -> !p.path("spec").hasNonNull("nodeName") && !Metadata.isDeleting(p));
        Optional<ObjectNode> node = store.list(BuiltIn.NODES, "").items().stream()
                .filter(n -> !n.at("/spec/unschedulable").asBoolean())
                .findFirst();
        if (pod.isPresent() && node.isPresent()) {
            String name = Metadata.name(node.get());
            store.edit(BuiltIn.PODS, key, Part.MAIN, stored -> stored.withObjectProperty("spec")
                    .put("nodeName", name));
        }
        return Optional.empty();
    }
}
