// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.reading;

import dev.drumline.crds.periodictaskset.RejectedRow;
import dev.drumline.operator.periodictaskset.ledger.Losses;
import dev.drumline.operator.periodictaskset.source.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All sources of a set together. */
public final class Summary {
    private static final int TOLD = 10;

    private final Found found;
    private final List<RejectedRow> rejections = new ArrayList<>();
    private Optional<RejectedRow> firstConflict = Optional.empty();
    private int sources;
    private int rows;
    private int over;
    private int rejected;
    private int conflicts;
    private boolean whole = true;

    Summary(Found found) {
        this.found = found;
    }

    void add(Reading reading, Losses losses) {
        sources++;
        rows += reading.rows();
        over += reading.over();
        rejected += reading.rejected() + losses.count();
        conflicts += losses.toOtherSets();
        whole &= reading.whole();
        firstConflict = firstConflict.or(losses::firstToOtherSet);
        tell(reading.rejections());
        tell(losses.first());
    }

    private void tell(List<RejectedRow> more) {
        more.stream().limit(TOLD - rejections.size()).forEach(rejections::add);
    }

    public Found found() {
        return found;
    }

    /** How many sources were read, the set itself being one where it has items. */
    public int sources() {
        return sources;
    }

    public int rows() {
        return rows;
    }

    public int accepted() {
        return rows - rejected;
    }

    public int over() {
        return over;
    }

    public int rejected() {
        return rejected;
    }

    /** The first ten. */
    public List<RejectedRow> rejections() {
        return List.copyOf(rejections);
    }

    /** How many rows older sets have. */
    public int conflicts() {
        return conflicts;
    }

    public Optional<RejectedRow> firstConflict() {
        return firstConflict;
    }

    /** Whether the key of every row could be read. */
    public boolean isWhole() {
        return whole;
    }
}
