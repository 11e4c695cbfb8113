// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.partition;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Highest random weight: each partition goes to the beat whose hash with it is greatest. Everybody who sees the same beats comes
 * to the same answer, and a beat that comes or goes moves only the partitions that it gains or had.
 */
public final class Rendezvous {
    private static final long SEED = 4;

    private Rendezvous() {}

    /**
     * The beat that each partition belongs to, by partition number; the order of the beats does not matter.
     *
     * @return empty when there are no beats
     */
    public static List<String> assign(int partitions, Collection<String> beats) {
        if (beats.isEmpty()) {
            return List.of();
        }
        TreeMap<String, Long> hashes = new TreeMap<>();
        beats.forEach(beat -> hashes.put(beat, StableHash.of(beat, SEED)));
        return IntStream.range(0, partitions)
                .mapToObj(partition -> heaviest(partition, hashes))
                .toList();
    }

    private static String heaviest(int partition, TreeMap<String, Long> hashes) {
        String owner = null;
        long greatest = Long.MIN_VALUE;
        for (var beat : hashes.entrySet()) {
            long weight = StableHash.mix(beat.getValue() + StableHash.mix(partition + 1));
            if (owner == null || weight > greatest) {
                owner = beat.getKey();
                greatest = weight;
            }
        }
        return owner;
    }
}
