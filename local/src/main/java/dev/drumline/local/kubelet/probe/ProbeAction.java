// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.probe;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What a probe or a lifecycle hook does once. */
public sealed interface ProbeAction {

    /** Succeeds on a status of 200 to 399. */
    record HttpGet(URI uri, Map<String, String> headers) implements ProbeAction {}

    /** Succeeds if a connection can be made. */
    record TcpSocket(String host, int port) implements ProbeAction {}

    /** Succeeds if the command, run as the container's program is, ends with 0. */
    record Exec(List<String> command) implements ProbeAction {}
}
