// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

/** Where what arrives is written down; one thread at a time. */
public interface Ledger {

    /** The due time of a message that bears none, as those of peers. */
    long UNKNOWN = -1;

    /**
     * @param entry which of the workload's
     * @param dueMillis as the message says, or {@link #UNKNOWN}
     * @param nowMicros since the epoch
     */
    void arrived(int entry, long dueMillis, long nowMicros);
}
