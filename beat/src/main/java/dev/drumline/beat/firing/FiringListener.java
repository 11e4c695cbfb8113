// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.firing;

import dev.drumline.broker.schedule.MissReason;

/** Hears of every occurrence when Redis has confirmed what became of it, on the beat's thread. */
public interface FiringListener {

    /** @param latenessMicros the time on Redis when it was fired, minus its due time */
    void fired(String entryId, long latenessMicros);

    void missed(String entryId, MissReason reason);
}
