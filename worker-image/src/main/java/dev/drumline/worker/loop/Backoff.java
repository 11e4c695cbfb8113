// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import java.time.Duration;

/** Rests that double from the shortest to the longest. */
final class Backoff {

    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    Duration next() {
        Duration rest = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return rest;
    }

    void reset() {
        next = shortest;
    }
}
