// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One container as it shows in a pod's status. */
public record ContainerStatus(
        String name,
        String image,
        ContainerState state,
        Optional<ContainerState.Terminated> last,
        Readiness readiness,
        int restartCount) {

    /** Whether it has started (its startup probe has passed), and whether it is ready to serve. */
    public record Readiness(boolean started, boolean ready) {
        static final Readiness NO = new Readiness(false, false);
    }

    public boolean ready() {
        return readiness.ready();
    }

    /** Whether it has ended with 0; for an init container: whether its work is done. */
    public boolean succeeded() {
        return state instanceof ContainerState.Terminated ended && ended.exitCode() == 0;
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name).put("image", image).put("imageID", image);
        json.set("state", state.json());
        json.set("lastState", last.map(ContainerState::json).orElseGet(JsonNodeFactory.instance::objectNode));
        return json.put("ready", readiness.ready())
                .put("started", readiness.started())
                .put("restartCount", restartCount);
    }
}
