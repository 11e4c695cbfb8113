// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import com.fasterxml.jackson.databind.JsonNode;

/** A pod's restartPolicy, and what it means for a container that ended. */
public enum RestartPolicy {
    ALWAYS,
    ON_FAILURE,
    NEVER;

    public static RestartPolicy of(JsonNode pod) {
        return switch (pod.path("spec").path("restartPolicy").asText("Always")) {
            case "Never" -> NEVER;
            case "OnFailure" -> ON_FAILURE;
            default -> ALWAYS;
        };
    }

    /** Init containers have work to finish: once it is done they are not started again. */
    public RestartPolicy forInit() {
        return this == ALWAYS ? ON_FAILURE : this;
    }

    boolean restartsAfter(int exitCode) {
        return this == ALWAYS || (this == ON_FAILURE && exitCode != 0);
    }
}
