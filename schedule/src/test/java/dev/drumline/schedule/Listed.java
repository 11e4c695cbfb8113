// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/** Occurrences that are listed one by one: a schedule to build others from, and the oracle for them. */
record Listed(NavigableSet<Long> occurrences, long leastGapMillis) implements Schedule {

    Listed(NavigableSet<Long> occurrences) {
        this(occurrences, 1);
    }

    /** Some occurrences from 0 to {@code spanMillis}, at times many in a row, at times none at all. */
    static Listed random(long spanMillis, Random random) {
        NavigableSet<Long> occurrences = new TreeSet<>();
        int bursts = random.nextInt(8);
        for (int i = 0; i < bursts; i++) {
            long at = random.nextLong(spanMillis);
            long step = random.nextLong(1, 50);
            for (int n = random.nextInt(20); n >= 0; n--) {
                occurrences.add(at);
                at += step;
            }
        }
        return new Listed(occurrences);
    }

    @Override
    public long nextMillis(long afterMillis) {
        Long next = occurrences.higher(afterMillis);
        return next == null ? NEVER : next;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        Long previous = occurrences.lower(beforeMillis);
        return previous == null ? NEVER_BEFORE : previous;
    }

    Listed only(LongPredicate wanted) {
        NavigableSet<Long> some = new TreeSet<>(occurrences);
        some.removeIf(at -> !wanted.test(at));
        return new Listed(some, leastGapMillis);
    }

    List<Instant> instants() {
        return occurrences.stream().map(Instant::ofEpochMilli).toList();
    }
}
