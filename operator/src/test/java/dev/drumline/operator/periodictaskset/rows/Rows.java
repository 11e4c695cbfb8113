// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads to the end, for tests. */
final class Rows {
    private Rows() {}

    static List<SourceRow> of(Iterator<SourceRow> rows) {
        List<SourceRow> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }

    /** Each as {@code line: fields} or {@code line: fault}. */
    static List<String> told(Iterator<SourceRow> rows) {
        return of(rows).stream()
                .map(row -> row.line() + ": "
                        + row.fault().orElseGet(() -> row.fields().toString()))
                .toList();
    }
}
