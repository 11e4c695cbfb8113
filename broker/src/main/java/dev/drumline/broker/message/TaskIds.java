// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import dev.drumline.schedule.partition.StableHash;
import java.util.UUID;

/**
 * The task id of an occurrence, derived from its entry and due time, so that the same occurrence bears the same id
 * whoever fires it and however often. It is shaped as a version 8 UUID (RFC 9562 §5.8).
 *
 * <p>For one entry, distinct due times always yield distinct high halves before the version bits are set, since
 * {@link #mix} is a bijection.
 *
 * @param high what the entry brings to the high half, {@code low} to the low half
 */
public record TaskIds(long high, long low) {

    private static final long HIGH_SEED = 0x6472756d6c696e65L;
    private static final long LOW_SEED = 0x6f6363757272656eL;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    public static TaskIds ofEntry(String entryId) {
        return new TaskIds(StableHash.of(entryId, HIGH_SEED), StableHash.of(entryId, LOW_SEED));
    }

    /** The id of the run that somebody asked for by this word; the same word means the same run. */
    public static String ofRunNow(String entryId, String word) {
        return ofEntry(entryId + '\n' + word).at(0);
    }

    /** @param dueMillis since the epoch */
    public String at(long dueMillis) {
        long highBits = mix(high + dueMillis * GOLDEN_GAMMA);
        long lowBits = mix(low ^ mix(dueMillis));
        return new UUID((highBits & ~0xf000L) | 0x8000L, (lowBits & 0x3fffffffffffffffL) | 0x8000000000000000L)
                .toString();
    }

    /** The finalizer of splitmix64 (Steele, Lea, Flood, 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
