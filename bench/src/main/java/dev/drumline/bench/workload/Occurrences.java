// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import java.util.BitSet;

/** Our own messages, each held against the rule of its entry: what is lost, what came twice, what came early. */
public final class Occurrences implements Ledger {

    private final long periodMillis;
    private final long[] first;
    private final long[] last;
    private final int[] partitions;
    private final BitSet silent = new BitSet();
    private volatile Measured measured;
    private volatile long messages;
    private long lost;
    private long duplicated;
    private long early;
    private long unexpected;
    private volatile long allFireMicros;

    private record Measured(long fromMillis, long toMillis, Lateness lateness) {}

    /** @param partitions of each entry */
    public Occurrences(long periodMillis, int[] partitions) {
        this.periodMillis = periodMillis;
        this.partitions = partitions;
        first = new long[partitions.length];
        last = new long[partitions.length];
        for (int partition : partitions) {
            silent.set(partition);
        }
    }

    /** Occurrences due from then on, and before the end, count for the lateness. */
    public void measure(long fromMillis, long toMillis) {
        measured = new Measured(fromMillis, toMillis, new Lateness(fromMillis * 1_000));
    }

    @Override
    public void arrived(int entry, long dueMillis, long nowMicros) {
        messages++;
        if (nowMicros < dueMillis * 1_000) {
            early++;
        }
        follow(entry, dueMillis);
        Measured now = measured;
        if (now != null && dueMillis >= now.fromMillis() && dueMillis < now.toMillis()) {
            now.lateness().record(dueMillis, nowMicros);
        }
        if (!silent.isEmpty()) {
            silent.clear(partitions[entry]);
            allFireMicros = silent.isEmpty() ? nowMicros : 0;
        }
    }

    private void follow(int entry, long dueMillis) {
        long before = last[entry];
        if (before == 0) {
            first[entry] = dueMillis;
        } else if (dueMillis <= before) {
            duplicated++;
            return;
        } else if ((dueMillis - before) % periodMillis != 0) {
            unexpected++;
        } else {
            lost += (dueMillis - before) / periodMillis - 1;
        }
        last[entry] = dueMillis;
    }

    /**
     * Holds what came of an entry against what should have.
     *
     * @param firstDue its first occurrence
     * @param lastDue the last one that is done, by the mark of its partition; before the first when none is
     */
    public void judge(int entry, long firstDue, long lastDue) {
        long expected = lastDue < firstDue ? 0 : (lastDue - firstDue) / periodMillis + 1;
        if (first[entry] == 0) {
            lost += expected;
        } else if (first[entry] < firstDue || last[entry] > lastDue) {
            unexpected++;
        } else {
            lost += expected - ((last[entry] - first[entry]) / periodMillis + 1);
        }
    }

    /** Since the epoch: when a message of each partition had come; 0 as long as one was silent. */
    public long allFireMicros() {
        return allFireMicros;
    }

    public Lateness lateness() {
        return measured.lateness();
    }

    public long messages() {
        return messages;
    }

    public long lost() {
        return lost;
    }

    public long duplicated() {
        return duplicated;
    }

    /** Before Redis' clock had come to the due time, here by the clock of the same machine. */
    public long early() {
        return early;
    }

    /** At times at which the rule has no occurrence, or that the mark does not cover. */
    public long unexpected() {
        return unexpected;
    }
}
