// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One change of one object.
 *
 * @param object the object after the change; of a deletion, its last state with the deletion's resource version
 * @param previous the object before a {@link Type#MODIFIED} or {@link Type#DELETED}, else null
 */
public record WatchEvent(Type type, ObjectNode object, ObjectNode previous) {

    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }

    public long resourceVersion() {
        return Metadata.resourceVersion(object);
    }
}
