// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** What containers printed; the kubelet has it. */
@FunctionalInterface
public interface PodLogs {

    PodLogs NONE = (pod, query, out) -> {};

    /**
     * Writes the log, and if it is followed, what comes until the container ends. Ends with an IOException when the
     * reader is gone; each followed line must be flushed.
     */
    void copy(ObjectNode pod, LogQuery query, OutputStream out) throws IOException, InterruptedException;
}
