// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Defaults, prunes and checks an object before it is stored. */
@FunctionalInterface
public interface Admission {

    Admission NONE = (type, current, proposed, part) -> proposed;

    /**
     * May change {@code proposed} in place.
     *
     * @param current the stored object, null when it is created
     * @return what to store
     * @throws ApiException when the object is refused
     */
    ObjectNode admit(ResourceType type, ObjectNode current, ObjectNode proposed, Part part);

    /** This one first, then the other on what it admitted. */
    default Admission then(Admission next) {
        return (type, current, proposed, part) -> next.admit(type, current, admit(type, current, proposed, part), part);
    }
}
