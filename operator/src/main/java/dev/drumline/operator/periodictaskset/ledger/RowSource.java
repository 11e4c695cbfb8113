// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import java.util.Comparator;

/**
 * Where rows of a set stand: in the set itself or in a ConfigMap. Of two sources that have the same key the lesser one wins:
 * that of the older set and, within a set, the set itself and then the ConfigMap whose name comes first.
 *
 * @param configMap empty for the set itself
 */
public record RowSource(SetId set, String configMap) implements Comparable<RowSource> {
    private static final Comparator<RowSource> ORDER =
            Comparator.comparing(RowSource::set).thenComparing(RowSource::configMap);

    public static RowSource itemsOf(SetId set) {
        return new RowSource(set, "");
    }

    public boolean isItems() {
        return configMap.isEmpty();
    }

    @Override
    public int compareTo(RowSource other) {
        return ORDER.compare(this, other);
    }
}
