// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.partition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Highest random weight with equal shares: the partitions, in the order of their numbers, each go to the beat whose hash with it is
 * greatest among those that have room. Of 64 partitions and 5 beats one has room for 12, and the four that fill up first for 13.
 * Everybody who sees the same beats comes to the same answer, whatever came before.
 *
 * <p>Without the limit a beat that comes or goes would move no partition but its own, and the shares would be what chance gives: of
 * 64 partitions two beats were seen to get 43 and 21, eight 20 to 1. With it the shares never differ by more than one, and some
 * more partitions move. Of 64 so many change hands between these numbers of beats: on average over 300 sets of names, at
 * most, and the least that equal shares need:
 *
 * <pre>
 * 1, 2    32.0  32  32
 * 2, 3    22.5  28  21
 * 3, 4    18.2  23  16
 * 5, 6    13.6  18  10
 * 8, 9    11.1  18   7
 * 15, 16  10.6  17   4
 * </pre>
 *
 * <p>A partition that moves waits for a lease to be handed over, a quarter of a second; a beat with a double share would be late for
 * good. To move fewer one would have to remember who had what.
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
        Room room = new Room(partitions, hashes.size());
        return IntStream.range(0, partitions)
                .mapToObj(partition -> heaviest(partition, hashes, room))
                .toList();
    }

    private static String heaviest(int partition, TreeMap<String, Long> hashes, Room room) {
        String owner = null;
        long greatest = Long.MIN_VALUE;
        for (var beat : hashes.entrySet()) {
            long weight = StableHash.mix(beat.getValue() + StableHash.mix(partition + 1));
            if ((owner == null || weight > greatest) && room.isLeftFor(beat.getKey())) {
                owner = beat.getKey();
                greatest = weight;
            }
        }
        room.take(owner);
        return owner;
    }

    /** How many partitions each beat may still get. */
    private static final class Room {
        private final Map<String, Integer> shares = new HashMap<>();
        private final int share;
        private int largerShares;

        Room(int partitions, int beats) {
            share = partitions / beats;
            largerShares = partitions % beats;
        }

        boolean isLeftFor(String beat) {
            int had = shares.getOrDefault(beat, 0);
            return had < share || had == share && largerShares > 0;
        }

        void take(String beat) {
            if (shares.merge(beat, 1, Integer::sum) > share) {
                largerShares--;
            }
        }
    }
}
