// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.owned;

import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/** Probes of our own programs: cheap local requests, never a command that starts a process. */
public final class Probes {
    private static final int STARTUP_SECONDS = 120;

    private Probes() {}

    public static Probe startup() {
        return get("/q/health/live")
                .withPeriodSeconds(1)
                .withFailureThreshold(STARTUP_SECONDS)
                .build();
    }

    public static Probe readiness() {
        return get("/q/health/ready")
                .withPeriodSeconds(5)
                .withFailureThreshold(2)
                .build();
    }

    /** Slow to judge: a restart mends a stuck loop, never an unreachable Redis. */
    public static Probe liveness() {
        return get("/q/health/live")
                .withPeriodSeconds(10)
                .withFailureThreshold(6)
                .build();
    }

    private static ProbeBuilder get(String path) {
        return new ProbeBuilder()
                .withNewHttpGet()
                .withPath(path)
                .withNewPort("http")
                .endHttpGet()
                .withTimeoutSeconds(5);
    }
}
