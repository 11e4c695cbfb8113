// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import java.util.Comparator;

/**
 * A place in a partition's history: every occurrence at or before it is done. Occurrences are ordered by due time, and
 * at the same due time by entry id.
 *
 * <p>In Redis it is the text {@code <dueMillis> <entryId>}.
 *
 * @param dueMillis since the epoch
 * @param entryId empty for a mark that stands before every occurrence of its instant
 */
public record Mark(long dueMillis, String entryId) implements Comparable<Mark> {

    private static final Comparator<Mark> ORDER =
            Comparator.comparingLong(Mark::dueMillis).thenComparing(Mark::entryId);

    /** Everything before this instant is done, nothing of it or after it. */
    public static Mark before(long dueMillis) {
        return new Mark(dueMillis, "");
    }

    /** @throws IllegalArgumentException when the text is no mark */
    public static Mark parse(String text) {
        int space = text.indexOf(' ');
        if (space <= 0) {
            throw new IllegalArgumentException("not a mark: \"" + text + '"');
        }
        return new Mark(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }

    /** Whether this occurrence is done where the mark stands here. */
    public boolean covers(long due, String entry) {
        return due < dueMillis || (due == dueMillis && entry.compareTo(entryId) <= 0);
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return dueMillis + " " + entryId;
    }
}
