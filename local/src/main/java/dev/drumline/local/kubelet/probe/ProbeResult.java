// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.probe;

/** How one try of an action ended; the message says why it failed. */
public record ProbeResult(boolean success, String message) {

    public static ProbeResult passed() {
        return new ProbeResult(true, "");
    }

    public static ProbeResult failed(String message) {
        return new ProbeResult(false, message);
    }
}
