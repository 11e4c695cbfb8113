// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.pod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The thread of one pod: it steps the pod when something is due or has happened. */
public final class PodWorker {

    private static final System.Logger LOG = System.getLogger(PodWorker.class.getName());

    /** Also the interval at which logs are bounded. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Semaphore happened = new Semaphore(0);
    private final AtomicReference<ObjectNode> latest = new AtomicReference<>();
    private final AtomicReference<Duration> leave = new AtomicReference<>();

    public PodWorker(InstantSource clock) {
        this.clock = clock;
    }

    /** Something happened; the pod is stepped soon. From any thread. */
    public void wake() {
        happened.release();
    }

    public void update(ObjectNode pod) {
        latest.set(pod);
        wake();
    }

    /** The pod ends without a report to the API; at once if {@code grace} is zero. */
    public void leave(Duration grace) {
        leave.set(grace);
        wake();
    }

    /** Runs the pod until nothing of it is left. */
    public void run(PodRun pod) throws InterruptedException {
        Instant next = step(pod);
        while (!(pod.leaving() && pod.ended())) {
            await(next);
            ObjectNode changed = latest.getAndSet(null);
            if (changed != null) {
                pod.update(changed);
            }
            Duration grace = leave.getAndSet(null);
            if (grace != null) {
                pod.leave(grace);
            }
            next = step(pod);
        }
    }

    private Instant step(PodRun pod) {
        try {
            return pod.step(clock.instant());
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Pod step failed; it is tried again", e);
            return clock.instant().plus(AFTER_FAILURE);
        }
    }

    private void await(Instant next) throws InterruptedException {
        Instant latestNext = clock.instant().plus(LONGEST_WAIT);
        Duration wait = Duration.between(clock.instant(), next.isBefore(latestNext) ? next : latestNext);
        if (happened.tryAcquire(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS)) {
            happened.drainPermits();
        }
    }
}
