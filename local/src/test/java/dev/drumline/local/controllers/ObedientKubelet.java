// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.DeleteOptions;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Village;
import dev.drumline.local.store.Watch;
import dev.drumline.local.store.WatchEvent;
import java.time.Duration;

/** A kubelet whose pods are ready at once and stop at once. */
final class ObedientKubelet {

    private ObedientKubelet() {}

    static void follow(ObjectStore store) {
        Watch watch = store.watch(BuiltIn.PODS, "", 0);
        Thread.ofVirtual().start(() -> {
            try (watch) {
                while (true) {
                    watch.next(Duration.ofSeconds(1)).ifPresent(event -> obey(store, event));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void obey(ObjectStore store, WatchEvent event) {
        ObjectNode pod = event.object();
        ObjectKey key = ObjectKey.of(pod);
        try {
            if (Metadata.isDeleting(pod) && event.type() != WatchEvent.Type.DELETED) {
                store.delete(BuiltIn.PODS, key, DeleteOptions.NOW);
            } else if (pod.path("spec").has("nodeName")
                    && !pod.at("/status/phase").asText().equals("Running")) {
                store.edit(BuiltIn.PODS, key, Part.STATUS, ObedientKubelet::run);
            }
        } catch (ApiException e) {
            // It was deleted meanwhile.
        }
    }

    private static void run(ObjectNode pod) {
        ObjectNode status = pod.putObject("status").put("phase", "Running").put("podIP", "127.1.2.3");
        status.putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True")
                .put("lastTransitionTime", Village.NOW.toString());
    }
}
