// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.DeleteOptions;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Reason;

/** Reports a pod to the store: to that very pod, never to a later one of the same name. */
public final class StorePodSink implements PodSink {

    private final ObjectStore store;
    private final ObjectKey key;
    private final String uid;
    private final PodEvents events;

    public StorePodSink(ObjectStore store, ObjectNode pod, PodEvents events) {
        this.store = store;
        this.key = ObjectKey.of(pod);
        this.uid = pod.path("metadata").path("uid").asText();
        this.events = events;
    }

    @Override
    public void status(ObjectNode status) {
        unlessGone(() -> store.edit(BuiltIn.PODS, key, Part.STATUS, pod -> {
            if (pod.path("metadata").path("uid").asText().equals(uid)) {
                pod.set("status", status.deepCopy());
            }
        }));
    }

    @Override
    public void gone() {
        unlessGone(() -> store.delete(BuiltIn.PODS, key, DeleteOptions.NOW.ifUid(uid)));
    }

    @Override
    public void event(String type, String reason, String message) {
        events.record(type, reason, message);
    }

    private static void unlessGone(Runnable write) {
        try {
            write.run();
        } catch (ApiException e) {
            if (e.reason() != Reason.NOT_FOUND && e.reason() != Reason.CONFLICT) {
                throw e;
            }
        }
    }
}
