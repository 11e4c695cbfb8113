// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

/**
 * Where a row stands.
 *
 * @param file the ConfigMap's key; empty when the ConfigMap has no other with rows
 * @param line from 1; 0 for the source as a whole; of a row in the set itself its index
 */
public record RowPlace(RowSource source, String file, int line) {
    /** In words, as a sentence about the row begins. */
    @Override
    public String toString() {
        if (source.isItems()) {
            return "items[" + line + "]";
        }
        return "itemsFrom: ConfigMap \"" + source.configMap() + '"'
                + (file.isEmpty() ? "" : " " + file)
                + (line == 0 ? "" : " line " + line);
    }
}
