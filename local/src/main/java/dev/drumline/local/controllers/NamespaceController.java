// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.DeleteOptions;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives each namespace its default ServiceAccount, and empties it before it goes. */
final class NamespaceController implements Reconciler {

    private static final Duration WHILE_EMPTYING = Duration.ofMillis(200);

    private final ObjectStore store;

    NamespaceController(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Optional<Duration> reconcile(ObjectKey key) {
        Optional<ObjectNode> namespace = store.find(BuiltIn.NAMESPACES, "", key.name());
        if (namespace.isEmpty()) {
            return Optional.empty();
        }
        return Metadata.isDeleting(namespace.get()) ? empty(key) : welcome(key.name());
    }

    private Optional<Duration> welcome(String namespace) {
        if (store.find(BuiltIn.SERVICE_ACCOUNTS, namespace, "default").isEmpty()) {
            ObjectNode account = JsonNodeFactory.instance.objectNode();
            account.putObject("metadata").put("name", "default").put("namespace", namespace);
            store.create(BuiltIn.SERVICE_ACCOUNTS, account);
        }
        return Optional.empty();
    }

    private Optional<Duration> empty(ObjectKey key) {
        boolean empty = true;
        for (ResourceType type : store.types().all()) {
            if (type.namespaced()) {
                List<ObjectNode> objects = store.list(type, key.name()).items();
                empty &= objects.isEmpty();
                objects.stream()
                        .filter(o -> !Metadata.isDeleting(o))
                        .forEach(o -> store.delete(type, ObjectKey.of(o), DeleteOptions.DEFAULT));
            }
        }
        if (!empty) {
            return Optional.of(WHILE_EMPTYING);
        }
        store.edit(BuiltIn.NAMESPACES, key, Part.MAIN, namespace -> namespace
                .withObjectProperty("spec")
                .remove("finalizers"));
        return Optional.empty();
    }
}
