// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import dev.drumline.broker.work.Finish;
import dev.drumline.broker.work.Follower;
import dev.drumline.worker.log.Fact;
import dev.drumline.worker.log.Log;
import dev.drumline.worker.result.Ending;
import dev.drumline.worker.result.Failure;
import dev.drumline.worker.result.Outcome;
import dev.drumline.worker.result.UnwritableResultException;
import dev.drumline.worker.task.Job;
import dev.drumline.worker.task.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One message from claim to finish. It ends once: by its handler, by its time limit, or by being given up because the
 * worker stops; whatever comes later is dropped.
 */
final class Execution implements Runnable {

    private static final Log LOG = Log.of(Execution.class);

    private final Assignment assignment;
    private final Rules rules;
    private final TimeLimits limits;
    private final Revoked revoked;
    private final Consumer<Done> finished;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long startNanos;
    private volatile Thread thread;
    private volatile Job running;

    Execution(Assignment assignment, Rules rules, TimeLimits limits, Revoked revoked, Consumer<Done> finished) {
        this.assignment = assignment;
        this.rules = rules;
        this.limits = limits;
        this.revoked = revoked;
        this.finished = finished;
        this.startNanos = rules.nanos().getAsLong();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        if (ended.get()) {
            return;
        }
        switch (verdict()) {
            case Verdict.Run run -> runUnlessRevoked(run);
            case Verdict.Postpone later -> end(later.job(), Done.NO_HANDLER, new Ending.Postponed(later.eta()));
            case Verdict.Expired over -> end(over.job(), Done.NO_HANDLER, new Ending.Expired());
            case Verdict.Unknown unknown -> end(unknown.job(), Done.NO_HANDLER, notRegistered(unknown.job()));
            case Verdict.Refuse refuse -> refuse(refuse);
            case Verdict.Unreadable unreadable -> bury(unreadable);
        }
    }

    /** A message that the reader stumbles over must not stay in these hands for ever. */
    private Verdict verdict() {
        try {
            return rules.triage().of(assignment.claimed(), assignment.redisTime());
        } catch (RuntimeException | StackOverflowError e) {
            return new Verdict.Unreadable("reading it failed: " + e);
        }
    }

    /** True if it had not ended: then it never will, and its message is still held. */
    boolean giveUp() {
        boolean givenUp = ended.compareAndSet(false, true);
        if (givenUp) {
            interrupt();
        }
        return givenUp;
    }

    private void runUnlessRevoked(Verdict.Run run) {
        // Before it is looked for: who revokes it later finds it here.
        running = run.job();
        boolean isRevoked = revoked.contains(run.job().id());
        end(run.job(), run.job().task(), isRevoked ? Ending.Revoked.beforeStart() : attempt(run));
    }

    /** Stops it if it is one of these tasks and runs. */
    void revoke(Set<String> taskIds) {
        Job job = running;
        if (job != null && taskIds.contains(job.id()) && end(job, job.task(), Ending.Revoked.whileRunning())) {
            LOG.info("A task was revoked while it ran", Fact.TASK, job.task(), Fact.TASK_ID, job.id());
            interrupt();
        }
    }

    private Ending attempt(Verdict.Run run) {
        List<Future<?>> timers = new ArrayList<>();
        run.job().softLimit().ifPresent(soft -> timers.add(limits.after(soft, this::interrupt)));
        hardLimit(run.job()).ifPresent(hard -> timers.add(limits.after(hard, () -> timeOut(run.job(), hard))));
        try {
            return new Attempt(run, this::redisNow).run();
        } finally {
            timers.forEach(timer -> timer.cancel(false));
        }
    }

    private Optional<Duration> hardLimit(Job job) {
        return job.hardLimit().or(rules::timeLimit);
    }

    private void timeOut(Job job, Duration limit) {
        if (end(job, job.task(), new Ending.TimedOut(limit))) {
            LOG.warn("A task's time limit is over", Fact.TASK, job.task(), Fact.TASK_ID, job.id());
            interrupt();
        }
    }

    private void refuse(Verdict.Refuse refuse) {
        Job job = refuse.job();
        Failure failure = refuse.errorType().equals("WorkerLostError")
                ? Failure.ofCelery(refuse.errorType(), refuse.reason())
                : Failure.ofDrumline(refuse.errorType(), refuse.reason());
        end(job, Done.NO_HANDLER, new Ending.Refused(failure));
        warnSetAside(refuse.reason());
    }

    private void bury(Verdict.Unreadable unreadable) {
        var claimed = assignment.claimed();
        Follower dead = new Follower.Bury(claimed.queue(), claimed.list(), unreadable.reason(), claimed.raw());
        end(new Finish(claimed.tag(), Optional.empty(), List.of(dead)), Done.NO_HANDLER, Outcome.DEAD);
        warnSetAside(unreadable.reason());
    }

    private void warnSetAside(String reason) {
        LOG.warn("Set a message aside", Fact.QUEUE, assignment.claimed().queue(), Fact.REASON, reason);
    }

    private static Ending notRegistered(Job job) {
        return new Ending.Failed(Failure.ofCelery("NotRegistered", job.task()));
    }

    private boolean end(Job job, String task, Ending ending) {
        try {
            return end(rules.endings().of(job, ending, rules.clock().instant()), task, ending.outcome());
        } catch (UnwritableResultException e) {
            return end(job, task, new Ending.Failed(Failure.of(e)));
        }
    }

    private boolean end(Finish finish, String task, Outcome outcome) {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            finished.accept(new Done(assignment.worker(), finish, task, outcome, sinceStart()));
        }
        return first;
    }

    private void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private Instant redisNow() {
        return assignment.redisTime().plus(sinceStart());
    }

    private Duration sinceStart() {
        return Duration.ofNanos(rules.nanos().getAsLong() - startNanos);
    }
}
