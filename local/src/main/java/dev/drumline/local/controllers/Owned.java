// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.ResourceType;
import java.util.List;

/** Owner references: who controls whom. */
final class Owned {

    private Owned() {}

    static List<ObjectNode> by(ObjectStore store, ResourceType type, ObjectNode owner) {
        return store.list(type, Metadata.namespace(owner), o -> isControlledBy(o, owner))
                .items();
    }

    static void refer(ObjectNode object, ObjectNode owner) {
        Metadata.of(object)
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", owner.path("apiVersion").asText())
                .put("kind", owner.path("kind").asText())
                .put("name", Metadata.name(owner))
                .put("uid", Metadata.uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }

    private static boolean isControlledBy(JsonNode object, ObjectNode owner) {
        return Metadata.controllerRef(object)
                .map(ref -> ref.path("uid").asText().equals(Metadata.uid(owner)))
                .orElse(false);
    }
}
