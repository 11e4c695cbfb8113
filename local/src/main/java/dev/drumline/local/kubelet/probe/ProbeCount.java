// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.probe;

/** The latest results in a row of one kind. */
public record ProbeCount(int successes, int failures) {

    public static final ProbeCount NONE = new ProbeCount(0, 0);

    public ProbeCount plus(boolean success) {
        return success ? new ProbeCount(successes + 1, 0) : new ProbeCount(0, failures + 1);
    }

    public boolean passes(Probe probe) {
        return successes >= probe.successThreshold();
    }

    public boolean fails(Probe probe) {
        return failures >= probe.failureThreshold();
    }
}
