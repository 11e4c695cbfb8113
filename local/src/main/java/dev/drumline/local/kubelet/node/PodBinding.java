// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.pod.PodEvents;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import java.time.InstantSource;

/** The scheduler of a village with one node: each pod without a node gets that one. */
public record PodBinding(ObjectStore store, InstantSource clock) {

    private static final System.Logger LOG = System.getLogger(PodBinding.class.getName());

    public void bind(ObjectNode pod) {
        ObjectKey key = ObjectKey.of(pod);
        try {
            store.edit(BuiltIn.PODS, key, Part.MAIN, unbound -> unbound.withObjectProperty("spec")
                    .put("nodeName", VillageNode.NAME));
            new PodEvents(store, pod, "default-scheduler", clock)
                    .record("Normal", "Scheduled", "Successfully assigned " + key + " to " + VillageNode.NAME);
        } catch (ApiException e) {
            LOG.log(System.Logger.Level.DEBUG, "Pod went before it was bound", e);
        }
    }
}
