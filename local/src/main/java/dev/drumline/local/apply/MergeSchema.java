// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import java.util.List;

/** How the value at one place of an object merges with another writer's. */
public interface MergeSchema {

    enum ListKind {
        ATOMIC,
        SET,
        MAP
    }

    /** Of an object field. */
    MergeSchema field(String name);

    /** Of the elements of a list. */
    MergeSchema element();

    /** An object that is replaced as a whole. */
    boolean atomic();

    ListKind listKind();

    /** The fields that identify an element of a {@link ListKind#MAP}. */
    List<String> keys();
}
