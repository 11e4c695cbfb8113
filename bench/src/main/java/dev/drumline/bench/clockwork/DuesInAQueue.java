// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import java.util.PriorityQueue;

/** The peer: a binary heap of objects, as {@code celery beat} keeps its schedules and as one would write it first. */
final class DuesInAQueue extends Dues {

    private static final class Entry implements Comparable<Entry> {
        private final int number;
        private long dueMillis;

        private Entry(int number, long dueMillis) {
            this.number = number;
            this.dueMillis = dueMillis;
        }

        @Override
        public int compareTo(Entry other) {
            return Long.compare(dueMillis, other.dueMillis);
        }
    }

    private final PriorityQueue<Entry> queue = new PriorityQueue<>();

    /** Stands for what would be done with the entries. */
    private long sum;

    @Override
    void insert(int entry, long dueMillis) {
        queue.add(new Entry(entry, dueMillis));
    }

    @Override
    long fire(long nowMillis) {
        long fired = 0;
        while (queue.element().dueMillis <= nowMillis) {
            Entry entry = queue.remove();
            sum += entry.number;
            entry.dueMillis += PERIOD_MILLIS;
            queue.add(entry);
            fired++;
        }
        return fired;
    }
}
