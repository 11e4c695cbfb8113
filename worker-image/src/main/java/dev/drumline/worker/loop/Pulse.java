// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import dev.drumline.worker.log.Fact;
import dev.drumline.worker.log.Log;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;

/** When the worker last went round and last heard from Redis; says so once when Redis goes and once when it comes back. */
public final class Pulse {

    private static final Log LOG = Log.of(Pulse.class);

    private static final Duration LOOP_MUST_RUN = Duration.ofSeconds(10);
    private static final Duration READY_WITHOUT_ANSWER = Duration.ofSeconds(5);

    /** Longer than a failover takes: a restart would end the tasks that run, and help nothing. */
    private static final Duration LIVE_WITHOUT_ANSWER = Duration.ofSeconds(60);

    private final LongSupplier nanos;
    private volatile long loopNanos;
    private volatile long answerNanos;
    private volatile boolean claims;
    private boolean silent;

    /** @param nanos a monotonic clock */
    public Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        this.loopNanos = nanos.getAsLong();
        this.answerNanos = loopNanos;
    }

    public void looped() {
        loopNanos = nanos.getAsLong();
    }

    void claimed() {
        claims = true;
        answered();
    }

    void answered() {
        answerNanos = nanos.getAsLong();
        boolean wasSilent;
        synchronized (this) {
            wasSilent = silent;
            silent = false;
        }
        if (wasSilent) {
            LOG.info("Redis answers again");
        }
    }

    public void failed(Throwable fault) {
        boolean wasSilent;
        synchronized (this) {
            wasSilent = silent;
            silent = true;
        }
        claims = false;
        if (!wasSilent) {
            Throwable cause = fault instanceof CompletionException wrapped ? wrapped.getCause() : fault;
            LOG.warn("Redis does not answer", Fact.REASON, cause);
        }
    }

    void stopped() {
        claims = false;
    }

    public boolean isLive() {
        return within(loopNanos, LOOP_MUST_RUN) && within(answerNanos, LIVE_WITHOUT_ANSWER);
    }

    /** A claim went round and Redis did not fail since. */
    public boolean isReady() {
        return claims && within(answerNanos, READY_WITHOUT_ANSWER);
    }

    private boolean within(long sinceNanos, Duration longest) {
        return nanos.getAsLong() - sinceNanos <= longest.toNanos();
    }
}
