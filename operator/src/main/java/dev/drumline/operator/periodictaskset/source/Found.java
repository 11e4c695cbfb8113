// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.source;

import dev.drumline.crds.periodictaskset.ConfigMapRows;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The ConfigMaps of a set as they are now.
 *
 * @param versions resource version by name, of those that are there
 * @param missing names that the set gives and that are not there
 * @param selected whether they are found by labels
 */
public record Found(Map<String, String> versions, List<String> missing, boolean selected) {
    public static final Found NONE = new Found(Map.of(), List.of(), false);

    public Found {
        versions = Map.copyOf(versions);
        missing = List.copyOf(missing);
    }

    /** @param versions of those that the watches know of */
    public static Found of(ConfigMapRows rows, Map<String, String> versions) {
        List<String> names = rows.names() == null ? List.of() : rows.names();
        return new Found(
                versions,
                names.stream()
                        .filter(Predicate.not(versions::containsKey))
                        .distinct()
                        .sorted()
                        .toList(),
                rows.names() == null);
    }

    /** Whether all that the set asks for is there. */
    public boolean isComplete() {
        return missing.isEmpty() && !isNothing();
    }

    /** A selector that selects nothing at all is more likely a slip than a wish. */
    public boolean isNothing() {
        return selected && versions.isEmpty();
    }
}
