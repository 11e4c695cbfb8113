// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.container.ContainerState;
import dev.drumline.local.kubelet.container.ContainerStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A pod's status, composed from what its containers are doing. */
final class PodStatus {

    private PodStatus() {}

    /** @param previous the status written before, for the times that stay */
    static ObjectNode of(
            JsonNode previous, String podIp, List<ContainerStatus> inits, List<ContainerStatus> mains, Instant now) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("phase", phase(mains)).put("podIP", podIp).put("hostIP", "127.0.0.1");
        status.putArray("podIPs").addObject().put("ip", podIp);
        status.put(
                "startTime",
                previous.path("startTime")
                        .asText(now.truncatedTo(ChronoUnit.SECONDS).toString()));
        status.set("conditions", new PodConditions(previous.path("conditions"), now).of(inits, mains));
        if (!inits.isEmpty()) {
            status.set("initContainerStatuses", json(inits));
        }
        status.set("containerStatuses", json(mains));
        return status;
    }

    private static String phase(List<ContainerStatus> mains) {
        if (mains.stream().allMatch(main -> main.state() instanceof ContainerState.Terminated)) {
            return mains.stream().allMatch(ContainerStatus::succeeded) ? "Succeeded" : "Failed";
        }
        boolean begun = mains.stream()
                .anyMatch(main -> main.last().isPresent() || main.state() instanceof ContainerState.Running);
        return begun ? "Running" : "Pending";
    }

    private static ArrayNode json(List<ContainerStatus> statuses) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        statuses.forEach(status -> array.add(status.json()));
        return array;
    }
}
