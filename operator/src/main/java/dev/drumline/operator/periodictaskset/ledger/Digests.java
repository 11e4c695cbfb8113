// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.broker.schedule.StoredEntry;

/** Digests that are never one of the small numbers that mean something else. */
final class Digests {
    private static final long NOT_SMALL = 2;

    private Digests() {}

    static long of(StoredEntry entry) {
        return entry.digest() | NOT_SMALL;
    }

    /** @param wish null when the row was refused */
    static long wanted(RenderedRow.Wish wish) {
        if (wish == null) {
            return Row.AS_IT_IS;
        }
        return wish.suspended() ? Row.NOTHING : StoredEntry.digest(wish.entry()) | NOT_SMALL;
    }
}
