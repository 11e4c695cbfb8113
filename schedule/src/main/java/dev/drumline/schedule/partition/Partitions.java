// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.partition;

/** Which partition of a broker an entry belongs to, for good. */
public final class Partitions {
    private static final long SEED = 1;

    private Partitions() {}

    /**
     * @param partitions the broker's number of partitions, 1 or more
     * @return 0 to partitions - 1
     */
    public static int of(String entryId, int partitions) {
        return (int) Long.remainderUnsigned(StableHash.of(entryId, SEED), partitions);
    }
}
