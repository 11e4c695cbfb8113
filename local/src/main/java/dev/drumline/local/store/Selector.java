// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** Selects objects, by their labels or by their fields. */
@FunctionalInterface
public interface Selector extends Predicate<JsonNode> {

    Selector ALL = object -> true;

    default Selector and(Selector other) {
        return object -> test(object) && other.test(object);
    }
}
