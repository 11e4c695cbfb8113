// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

/** A container can't be started as things stand: a waiting reason of Kubernetes' own, and a sentence. */
public final class StartRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public StartRefusedException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
