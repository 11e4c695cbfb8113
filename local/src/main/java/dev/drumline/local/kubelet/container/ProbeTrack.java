// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import dev.drumline.local.kubelet.probe.Probe;
import dev.drumline.local.kubelet.probe.ProbeCount;
import dev.drumline.local.kubelet.probe.ProbeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One probe over one life of a container: when to try, and what the tries have shown so far. */
final class ProbeTrack {

    /** Starts a try that calls back with its result, from any thread. */
    interface Try {
        void start(Probe probe, Consumer<ProbeResult> done);
    }

    /** Until it first passes a probe is tried this often, so that a village of many waits is up soon. */
    private static final Duration EARLY = Duration.ofMillis(500);

    private final Probe probe;
    private final Try attempt;
    private final AtomicReference<ProbeResult> arrived = new AtomicReference<>();
    private ProbeCount count = ProbeCount.NONE;
    private boolean inFlight;
    private boolean passedOnce;
    private Instant nextAt;
    private Instant failureCountsAt;

    ProbeTrack(Probe probe, Try attempt, Instant startedAt) {
        this.probe = probe;
        this.attempt = attempt;
        this.nextAt = startedAt.plus(probe.initialDelay());
        this.failureCountsAt = nextAt.plus(probe.period());
    }

    /** Takes in a result that has arrived, or starts the try that is due. */
    Optional<ProbeResult> step(Instant now) {
        ProbeResult result = arrived.getAndSet(null);
        if (result != null) {
            inFlight = false;
            return count(result, now);
        }
        if (!inFlight && !now.isBefore(nextAt)) {
            inFlight = true;
            attempt.start(probe, arrived::set);
        }
        return Optional.empty();
    }

    private Optional<ProbeResult> count(ProbeResult result, Instant now) {
        passedOnce |= result.success();
        nextAt = now.plus(passedOnce || probe.period().compareTo(EARLY) < 0 ? probe.period() : EARLY);
        if (!result.success() && now.isBefore(failureCountsAt)) {
            return Optional.empty();
        }
        failureCountsAt = now.plus(passedOnce ? Duration.ZERO : probe.period());
        count = count.plus(result.success());
        return Optional.of(result);
    }

    boolean passes() {
        return count.passes(probe);
    }

    boolean fails() {
        return count.fails(probe);
    }

    /** When to step again, unless woken before by a result. */
    Instant nextAt() {
        return inFlight ? Instant.MAX : nextAt;
    }
}
