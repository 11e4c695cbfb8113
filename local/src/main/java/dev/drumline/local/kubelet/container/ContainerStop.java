// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import dev.drumline.local.kubelet.process.ContainerProcess;
import java.time.Duration;
import java.time.Instant;

/** The way a container ends: its preStop hook, SIGTERM, and SIGKILL once the grace period is over. */
final class ContainerStop {

    /** What is left after SIGTERM when the hook has used the grace period up, as Kubernetes has it. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private final ContainerProcess process;
    private Instant deadline;
    private volatile boolean hookDone;
    private boolean asked;

    ContainerStop(ContainerProcess process, Instant deadline) {
        this.process = process;
        this.deadline = deadline;
    }

    void hookIsDone() {
        hookDone = true;
    }

    void hurry(Instant earlier) {
        deadline = earlier.isBefore(deadline) ? earlier : deadline;
    }

    void step(Instant now) {
        if (asked && !now.isBefore(deadline)) {
            process.kill();
            deadline = Instant.MAX;
        } else if (!asked && (hookDone || !now.isBefore(deadline))) {
            asked = true;
            Instant least = now.plus(LEAST);
            deadline = !hookDone && least.isAfter(deadline) ? least : deadline;
            process.terminate();
        }
    }

    Instant nextAt() {
        return deadline;
    }
}
