// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import dev.drumline.local.store.Part;
import dev.drumline.local.store.ResourceType;

/**
 * Who writes what.
 *
 * @param manager the field manager's name
 * @param subresource {@code status}, {@code scale}, or empty
 * @param schema how fields of this kind merge
 */
public record Writer(String manager, String subresource, ResourceType type, MergeSchema schema) {

    Part part() {
        return subresource.equals("status") ? Part.STATUS : Part.MAIN;
    }

    boolean separateStatus() {
        return type.has("status");
    }
}
