// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import dev.drumline.schedule.FixedPeriod;
import dev.drumline.schedule.partition.StableHash;

/** A structure that tells what is due, filled with checks that are due each 10 s, each at a phase by the hash of its name. */
abstract class Dues {

    static final int PERIOD_MILLIS = 10_000;

    /** Epoch milliseconds; every phase comes in the period after it. */
    static final long BEGIN = 1_800_000_000_000L;

    final void fill(int entries) {
        for (int entry = 0; entry < entries; entry++) {
            long phase = Long.remainderUnsigned(StableHash.of("monitoring/check-" + entry, 2), PERIOD_MILLIS);
            insert(entry, new FixedPeriod(PERIOD_MILLIS, phase).nextMillis(BEGIN));
        }
    }

    /** So many periods from {@link #BEGIN}, in steps of 1 ms. */
    final void fireFor(int periods) {
        for (long now = BEGIN + 1; now <= BEGIN + (long) periods * PERIOD_MILLIS; now++) {
            fire(now);
        }
    }

    abstract void insert(int entry, long dueMillis);

    /**
     * Takes out what is due and puts it in again, one period later.
     *
     * @return how many were due
     */
    abstract long fire(long nowMillis);
}
