// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.crds.periodictaskset.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of one source whose keys others have. */
public final class Losses {
    private static final int TOLD = 10;

    private final List<RejectedRow> first = new ArrayList<>();
    private int count;
    private Optional<RejectedRow> firstToOtherSet = Optional.empty();
    private int toOtherSets;

    void add(String key, Row row, Row winner) {
        count++;
        boolean other = !winner.source.set().equals(row.source.set());
        toOtherSets += other ? 1 : 0;
        if (first.size() < TOLD || (other && firstToOtherSet.isEmpty())) {
            tell(key, row, winner, other);
        }
    }

    private void tell(String key, Row row, Row winner, boolean other) {
        String owner = other
                ? "is that of PeriodicTaskSet \"" + winner.source.set().name() + "\", which is older"
                : "is there already: " + winner.place();
        RejectedRow rejected = new RejectedRow(key, row.place() + ": key \"" + key + "\" " + owner);
        if (first.size() < TOLD) {
            first.add(rejected);
        }
        if (other && firstToOtherSet.isEmpty()) {
            firstToOtherSet = Optional.of(rejected);
        }
    }

    public int count() {
        return count;
    }

    public int toOtherSets() {
        return toOtherSets;
    }

    public Optional<RejectedRow> firstToOtherSet() {
        return firstToOtherSet;
    }

    /** The first ten. */
    public List<RejectedRow> first() {
        return List.copyOf(first);
    }
}
