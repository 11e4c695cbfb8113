// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import dev.drumline.local.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/** Waits until all that was installed is ready, and says what has become so. */
final class Settling {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final ObjectStore store;
    private final Progress progress;
    private final InstantSource clock;
    private final Set<String> said = new HashSet<>();

    Settling(ObjectStore store, Progress progress, InstantSource clock) {
        this.store = store;
        this.progress = progress;
        this.clock = clock;
    }

    /** @return what it was like in the end, complete or not */
    Readiness await(Duration patience) throws InterruptedException {
        Instant deadline = clock.instant().plus(patience);
        Readiness readiness = look();
        while (!readiness.complete() && clock.instant().isBefore(deadline)) {
            Thread.sleep(INTERVAL);
            readiness = look();
        }
        return readiness;
    }

    private Readiness look() {
        Readiness readiness = Readiness.of(store);
        readiness.ready().stream().filter(said::add).forEach(name -> progress.reached(name + " ready"));
        return readiness;
    }
}
