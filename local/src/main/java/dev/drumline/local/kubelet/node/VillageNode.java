// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** This machine as the village's only node. */
public final class VillageNode {

    public static final String NAME = "village";

    private VillageNode() {}

    public static ObjectNode json(Instant now) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject("metadata")
                .put("name", NAME)
                .putObject("labels")
                .put("kubernetes.io/hostname", NAME)
                .put("kubernetes.io/os", "linux");
        node.putObject("spec");
        ObjectNode status = node.putObject("status");
        status.putArray("addresses").addObject().put("type", "InternalIP").put("address", "127.0.0.1");
        status.putObject("capacity")
                .put("cpu", Integer.toString(Runtime.getRuntime().availableProcessors()))
                .put("pods", "1000");
        status.putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True")
                .put("reason", "KubeletReady")
                .put("message", "the village's kubelet runs pods as processes")
                .put("lastHeartbeatTime", time)
                .put("lastTransitionTime", time);
        status.putObject("nodeInfo")
                .put("kubeletVersion", "v1.32.0+village")
                .put("operatingSystem", "linux")
                .put("architecture", System.getProperty("os.arch"))
                .put("containerRuntimeVersion", "process://" + Runtime.version().feature());
        return node;
    }
}
