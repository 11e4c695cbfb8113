// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What one source claims, in the order of its rows. */
final class Claims {
    private Map<String, Row> rows = new LinkedHashMap<>();
    private Map<String, Row> fresh = new LinkedHashMap<>();
    private boolean settled;

    void begin() {
        // What was read before the last attempt failed is claimed as well.
        rows.putAll(fresh);
        fresh = new LinkedHashMap<>();
        settled = true;
    }

    void add(String key, Row row) {
        fresh.put(key, row);
    }

    /** @return the keys that are claimed no more */
    Set<String> end(boolean whole) {
        Set<String> gone = new HashSet<>();
        rows.forEach((key, row) -> {
            if (whole && !fresh.containsKey(key)) {
                gone.add(key);
            } else {
                fresh.putIfAbsent(key, row);
            }
        });
        rows = fresh;
        fresh = new LinkedHashMap<>();
        return gone;
    }

    boolean isSettled() {
        return settled;
    }

    void unsettle() {
        settled = false;
    }

    Set<String> keys() {
        Set<String> keys = new HashSet<>(rows.keySet());
        keys.addAll(fresh.keySet());
        return keys;
    }

    void forEach(BiConsumer<String, Row> row) {
        rows.forEach(row);
    }
}
