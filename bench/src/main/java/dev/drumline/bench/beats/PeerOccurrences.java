// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.workload.Lateness;
import dev.drumline.bench.workload.Ledger;

/**
 * What a peer sends. Its messages bear no due time: all its entries begin to count when it starts, so their first occurrence
 * is due when the first of its messages comes (which is in its favour), the next ones a period after each.
 */
final class PeerOccurrences implements Ledger {

    private final long periodMillis;
    private final int[] sent;
    private Lateness lateness;
    private volatile long firstMillis;
    private volatile long messages;

    PeerOccurrences(long periodMillis, int entries) {
        this.periodMillis = periodMillis;
        this.sent = new int[entries];
    }

    @Override
    public void arrived(int entry, long dueMillis, long nowMicros) {
        if (lateness == null) {
            lateness = new Lateness(nowMicros);
            firstMillis = nowMicros / 1_000;
        }
        messages++;
        lateness.record(firstMillis + sent[entry] * periodMillis, nowMicros);
        sent[entry]++;
    }

    /**
     * What was due by then and has not come is at least so late.
     *
     * @return how many these are
     */
    long end(long endMicros) {
        long missing = 0;
        for (int each : sent) {
            for (long due = firstMillis + each * periodMillis; due * 1_000 < endMicros; due += periodMillis) {
                lateness.recordMissing(due, endMicros);
                missing++;
            }
        }
        return missing;
    }

    /** When its first message came, since the epoch; 0 before. */
    long firstMillis() {
        return firstMillis;
    }

    long messages() {
        return messages;
    }

    Lateness lateness() {
        return lateness;
    }
}
