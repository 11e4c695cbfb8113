// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictaskset.ledger;

import dev.drumline.schedule.spec.ScheduleSpec;

/** What is known of one key: what Redis holds, and who claims it. */
final class Slot {
    /** A write was begun, and nobody knows how it ended. */
    private static final long UNKNOWN = 1;

    private long stored;
    private ScheduleSpec schedule;
    private Row winner;

    boolean isStored() {
        return stored != 0;
    }

    /** The schedule of what is stored. */
    ScheduleSpec schedule() {
        return schedule;
    }

    void isWritten(long digest, ScheduleSpec rule) {
        stored = digest;
        schedule = rule;
    }

    void isGone() {
        stored = 0;
        schedule = null;
    }

    void mayHaveChanged() {
        stored = UNKNOWN;
    }

    /** The claim that counts, or null. */
    Row winner() {
        return winner;
    }

    /** Whether Redis holds what the winner wants. */
    boolean isSettled() {
        return winner == null || winner.wanted == Row.AS_IT_IS || winner.wanted == stored;
    }

    /** Puts the claim in its place, instead of the one that this source had. */
    void claim(Row row) {
        release(row.source);
        if (winner == null || row.source.compareTo(winner.source) < 0) {
            row.next = winner;
            winner = row;
            return;
        }
        Row before = winner;
        while (before.next != null && before.next.source.compareTo(row.source) < 0) {
            before = before.next;
        }
        row.next = before.next;
        before.next = row;
    }

    void release(RowSource source) {
        if (winner == null) {
            return;
        }
        if (winner.source.equals(source)) {
            winner = winner.next;
            return;
        }
        for (Row before = winner; before.next != null; before = before.next) {
            if (before.next.source.equals(source)) {
                before.next = before.next.next;
                return;
            }
        }
    }
}
