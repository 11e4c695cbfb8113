// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import dev.drumline.broker.work.WorkLink;
import dev.drumline.worker.log.Fact;
import dev.drumline.worker.log.Log;
import dev.drumline.worker.run.Rules;
import dev.drumline.worker.run.Workshop;
import dev.drumline.worker.status.Tally;
import dev.drumline.worker.status.WorkerReport;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A worker: its loops, and their end. */
public final class Worker {

    private static final Log LOG = Log.of(Worker.class);

    /** How much of the grace period is kept for giving back. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final WorkLink work;
    private final Standing standing;
    private final Workshop workshop;
    private final Finisher finisher;
    private final Pulse pulse;
    private final LongSupplier nanos;
    private final Body claimLoop;
    private final Body heartbeat;
    private volatile boolean draining;
    private LoopThread claims;
    private LoopThread finishes;
    private LoopThread heartbeats;

    /**
     * @param concurrency how many tasks run at once, 1 to 1000
     * @param names a new one each time, of this process alone
     */
    public Worker(WorkLink work, int concurrency, Rules rules, Telling telling, Supplier<String> names) {
        this.work = work;
        this.standing = new Standing(names);
        this.nanos = rules.nanos();
        this.pulse = telling.pulse();
        this.finisher = new Finisher(work, telling.tally(), pulse);
        this.workshop = new Workshop(concurrency, rules, finisher::add);
        this.claimLoop = new ClaimLoop(work, standing, workshop, finisher, pulse);
        this.heartbeat = new Heartbeat(
                work, standing, workshop, () -> telling.report().json(workshop.busy(), draining), pulse, nanos);
    }

    /** Through which a worker is seen from outside. */
    public record Telling(Pulse pulse, Tally tally, WorkerReport report) {}

    public void start() {
        heartbeats = LoopThread.start("heartbeat", heartbeat);
        finishes = LoopThread.start("finisher", finisher);
        claims = LoopThread.start("claims", claimLoop);
    }

    public int busy() {
        return workshop.busy();
    }

    /** Claims nothing more, lets running tasks end, gives the rest back, and leaves; within the grace period. */
    public void drain(Duration grace) throws InterruptedException {
        long deadlineNanos = nanos.getAsLong() + grace.toNanos();
        draining = true;
        pulse.stopped();
        LOG.info("Drains", Fact.TASKS, workshop.busy(), Fact.SECONDS, grace.toSeconds());
        claims.stop(FAREWELL);
        Duration forTasks = grace.minus(min(FAREWELL, grace.dividedBy(2)));
        workshop.awaitIdle(forTasks);
        int givenUp = workshop.giveUp();
        finishes.stop(FAREWELL);
        heartbeats.stop(FAREWELL);
        leave(givenUp, deadlineNanos);
        workshop.close();
    }

    private void leave(int givenUp, long deadlineNanos) throws InterruptedException {
        while (nanos.getAsLong() < deadlineNanos) {
            try {
                while (!finisher.isEmpty() && nanos.getAsLong() < deadlineNanos) {
                    finisher.step();
                }
                int givenBack = Answers.of(work.leave(standing.name()));
                LOG.info("Left the broker", Fact.WORKER, standing.name(), Fact.MESSAGES, givenBack);
                return;
            } catch (RuntimeException e) {
                pulse.failed(e);
                Thread.sleep(100);
            }
        }
        LOG.warn("Could not say goodbye", Fact.WORKER, standing.name(), Fact.MESSAGES, givenUp);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
