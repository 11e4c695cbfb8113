// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import dev.drumline.local.kubelet.probe.ProbeRunner;
import dev.drumline.local.kubelet.process.ProcessRegister;
import java.nio.file.Path;

/**
 * What a container needs of the village.
 *
 * @param wake called from any thread when something happened that the pod's next step should see
 */
public record Surroundings(
        ContainerSetup setup,
        ProbeRunner probes,
        ProcessRegister register,
        Path logs,
        EventSink events,
        Runnable wake) {

    /** Where the pod's events go. */
    @FunctionalInterface
    public interface EventSink {
        /** @param type Normal or Warning */
        void event(String type, String reason, String message);
    }
}
