// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a write and the stored object together: each subresource changes its own half, and nobody an old version. */
final class Halves {

    private Halves() {}

    /** @throws ApiException {@link Reason#CONFLICT} when the edit was made on another version or another object */
    static ObjectNode merge(ResourceType type, ObjectNode current, ObjectNode edited, Part part) {
        requireSame(type, current, edited);
        ObjectNode proposed = type.has("status") ? joined(current, edited, part) : edited;
        proposed.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        Lifecycle.carry(type, current, proposed);
        return proposed;
    }

    /** @throws ApiException {@link Reason#CONFLICT} when a deletion means another version or another object */
    static void requirePreconditions(ResourceType type, ObjectNode current, DeleteOptions options) {
        boolean otherUid = !options.uid().isEmpty() && !options.uid().equals(Metadata.uid(current));
        boolean otherVersion =
                options.resourceVersion() != 0 && options.resourceVersion() != Metadata.resourceVersion(current);
        if (otherUid || otherVersion) {
            throw ApiException.conflict(type, Metadata.name(current), "Precondition failed: the object is another one");
        }
    }

    private static void requireSame(ResourceType type, ObjectNode current, ObjectNode edited) {
        long expected = Metadata.resourceVersion(edited);
        String uid = Metadata.uid(edited);
        String name = Metadata.name(current);
        if (expected != 0 && expected != Metadata.resourceVersion(current)) {
            throw ApiException.stale(type, name);
        }
        if (!uid.isEmpty() && !uid.equals(Metadata.uid(current))) {
            throw ApiException.conflict(
                    type,
                    name,
                    "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                            .formatted(uid, Metadata.uid(current)));
        }
    }

    private static ObjectNode joined(ObjectNode current, ObjectNode edited, Part part) {
        ObjectNode main = part == Part.MAIN ? edited : current.deepCopy();
        ObjectNode status = part == Part.MAIN ? current : edited;
        if (part == Part.STATUS && edited.path("metadata").has("managedFields")) {
            Metadata.of(main).set("managedFields", edited.path("metadata").get("managedFields"));
        }
        if (status.has("status")) {
            main.set("status", status.get("status").deepCopy());
        } else {
            main.remove("status");
        }
        return main;
    }
}
