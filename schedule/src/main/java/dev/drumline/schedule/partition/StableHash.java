// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.partition;

import java.nio.charset.StandardCharsets;

/**
 * A 64-bit hash that never changes, since partitions, phases and spreads in Redis depend on it: FNV-1a over the UTF-8 bytes,
 * its offset basis xored with the mixed seed, then MurmurHash3's 64-bit finalizer. Not for secrets.
 */
public final class StableHash {
    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private StableHash() {}

    /** @param seed each use has its own, so that what one use does with a text says nothing about another */
    public static long of(String text, long seed) {
        long hash = FNV_OFFSET_BASIS ^ mix(seed);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** MurmurHash3's fmix64: every input bit flips each output bit with a probability near one half. */
    static long mix(long bits) {
        long h = bits;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
