// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.env;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Where a pod's ConfigMaps and Secrets are read. */
public interface ConfigSource {

    Optional<ObjectNode> configMap(String namespace, String name);

    Optional<ObjectNode> secret(String namespace, String name);
}
