// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.pod;

import dev.drumline.operator.owned.Probes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;

/** What every program of Drumline's own has: its HTTP port, probes that ask there, and nothing to write to but /tmp. */
public final class OwnProgram {

    private OwnProgram() {}

    public static Container container(ContainerBuilder container) {
        return container
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .endPort()
                .withStartupProbe(Probes.startup())
                .withReadinessProbe(Probes.readiness())
                .withLivenessProbe(Probes.liveness())
                .withNewSecurityContext()
                .withReadOnlyRootFilesystem(true)
                .endSecurityContext()
                .build();
    }
}
