// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.partition.FireBatch.Guard;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissReason;
import java.util.Comparator;
import java.util.Optional;

/**
 * One instant of one entry that is due.
 *
 * @param slot of the entry in its partition
 * @param nextDueMillis of the entry's following occurrence, or {@link BeatEntry#NEVER}
 */
record Occurrence(int slot, BeatEntry entry, long dueMillis, long nextDueMillis) {

    /** The order in which a partition's history runs, see {@link Mark}. */
    static final Comparator<Occurrence> ORDER = Comparator.comparingLong(Occurrence::dueMillis)
            .thenComparing(occurrence -> occurrence.entry().id());

    Mark mark() {
        return new Mark(dueMillis, entry.id());
    }

    /** Whether it depends on what became of the entry's last one. */
    boolean isGuarded() {
        return delivery().concurrency() != null;
    }

    Optional<Guard> guard() {
        return isGuarded()
                ? Optional.of(new Guard(
                        delivery().concurrency(),
                        entry.id(),
                        entry.template().taskId(dueMillis),
                        delivery().longestLife().toMillis()))
                : Optional.empty();
    }

    private Delivery delivery() {
        return entry.template().delivery();
    }

    /** Why it is let go at this time, or null when it is to be fired. */
    MissReason missedAt(long nowMillis) {
        if (entry.policy().onlyLatest() && nextDueMillis <= nowMillis) {
            return MissReason.SUPERSEDED;
        }
        return entry.policy().pastDeadline(nowMillis - dueMillis) ? MissReason.DEADLINE : null;
    }
}
