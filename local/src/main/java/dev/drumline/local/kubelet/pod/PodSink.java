// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.container.Surroundings;

/** Where a pod's kubelet side is reported. */
public interface PodSink extends Surroundings.EventSink {

    void status(ObjectNode status);

    /** Every container has ended and the pod was asked to go. */
    void gone();
}
