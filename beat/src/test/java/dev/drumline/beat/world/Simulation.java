// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** True time, and what is to happen in it, one event after the other; the same seed always brings the same. */
final class Simulation {

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final SplittableRandom random;
    private long nanos;
    private long scheduled;

    private record Event(long nanos, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return nanos == other.nanos ? Long.compare(order, other.order) : Long.compare(nanos, other.nanos);
        }
    }

    Simulation(long seed) {
        random = new SplittableRandom(seed);
    }

    SplittableRandom random() {
        return random;
    }

    long nanos() {
        return nanos;
    }

    void at(long when, Runnable what) {
        events.add(new Event(Math.max(when, nanos), scheduled++, what));
    }

    void after(Duration delay, Runnable what) {
        at(nanos + delay.toNanos(), what);
    }

    void runUntil(long end) {
        while (!events.isEmpty() && events.peek().nanos() <= end) {
            Event event = events.poll();
            nanos = event.nanos();
            event.what().run();
        }
        nanos = end;
    }
}
