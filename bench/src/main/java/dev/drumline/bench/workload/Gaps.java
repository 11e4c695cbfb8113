// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

/** For how long a partition was silent at most. Its entries must be many, and spread evenly over the period. */
public final class Gaps implements Ledger {

    private final Ledger next;
    private final int[] partitions;
    private final long[] lastMicros;
    private volatile boolean watching;
    private volatile long longestMicros;

    /** @param next who is told everything too */
    public Gaps(int[] partitions, Ledger next) {
        this.partitions = partitions;
        this.next = next;
        this.lastMicros = new long[StoredWorkload.PARTITIONS];
    }

    /** From now on. */
    public void watch() {
        watching = true;
    }

    public void stop() {
        watching = false;
    }

    @Override
    public void arrived(int entry, long dueMillis, long nowMicros) {
        int partition = partitions[entry];
        if (watching) {
            longestMicros = Math.max(longestMicros, nowMicros - lastMicros[partition]);
        }
        lastMicros[partition] = nowMicros;
        next.arrived(entry, dueMillis, nowMicros);
    }

    public double longestMs() {
        return longestMicros / 1_000.0;
    }
}
