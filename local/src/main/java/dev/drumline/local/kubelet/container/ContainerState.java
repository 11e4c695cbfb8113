// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a container is doing, in Kubernetes' three kinds. */
public sealed interface ContainerState {

    /** The {@code state} of a container status. */
    ObjectNode json();

    record Waiting(String reason, String message) implements ContainerState {
        @Override
        public ObjectNode json() {
            ObjectNode state = JsonNodeFactory.instance.objectNode();
            ObjectNode waiting = state.putObject("waiting").put("reason", reason);
            if (!message.isEmpty()) {
                waiting.put("message", message);
            }
            return state;
        }
    }

    record Running(Instant startedAt) implements ContainerState {
        @Override
        public ObjectNode json() {
            ObjectNode state = JsonNodeFactory.instance.objectNode();
            state.putObject("running").put("startedAt", seconds(startedAt));
            return state;
        }
    }

    record Terminated(int exitCode, Instant startedAt, Instant finishedAt) implements ContainerState {
        @Override
        public ObjectNode json() {
            ObjectNode state = JsonNodeFactory.instance.objectNode();
            state.putObject("terminated")
                    .put("exitCode", exitCode)
                    .put("reason", exitCode == 0 ? "Completed" : "Error")
                    .put("startedAt", seconds(startedAt))
                    .put("finishedAt", seconds(finishedAt));
            return state;
        }
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
