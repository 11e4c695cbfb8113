// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.env.ConfigSource;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectStore;
import java.util.Optional;

record StoreConfigSource(ObjectStore store) implements ConfigSource {

    @Override
    public Optional<ObjectNode> configMap(String namespace, String name) {
        return store.find(BuiltIn.CONFIG_MAPS, namespace, name);
    }

    @Override
    public Optional<ObjectNode> secret(String namespace, String name) {
        return store.find(BuiltIn.SECRETS, namespace, name);
    }
}
