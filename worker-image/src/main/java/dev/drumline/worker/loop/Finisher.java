// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import dev.drumline.broker.work.WorkLink;
import dev.drumline.worker.result.Outcome;
import dev.drumline.worker.run.Done;
import dev.drumline.worker.status.Tally;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells Redis what is done, as much at once as is ready, and asks again until it has an answer. */
final class Finisher implements Body {

    private static final int MOST_AT_ONCE = 256;
    private static final int BEHIND = 4 * MOST_AT_ONCE;
    private static final Duration WAIT = Duration.ofMillis(100);

    private final WorkLink work;
    private final Tally tally;
    private final Pulse pulse;
    private final BlockingQueue<Done> ready = new LinkedBlockingQueue<>();
    private final Deque<Done> untold = new ArrayDeque<>();
    private final Set<Done> unanswered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Backoff failing = new Backoff(Duration.ofMillis(20), Duration.ofMillis(500));

    /** One after a failure, so that a finish that Redis refuses holds up no other. */
    private int most = MOST_AT_ONCE;

    Finisher(WorkLink work, Tally tally, Pulse pulse) {
        this.work = work;
        this.tally = tally;
        this.pulse = pulse;
    }

    /** From any thread. */
    void add(Done done) {
        ready.add(done);
    }

    /** So much waits to be told that nothing more should be begun. */
    boolean isBehind() {
        return ready.size() > BEHIND;
    }

    /** For the thread that steps. */
    boolean isEmpty() {
        return ready.isEmpty() && untold.isEmpty();
    }

    @Override
    public Duration step() throws InterruptedException {
        collect();
        List<Done> batch = nextBatch();
        if (batch.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            String worker = batch.getFirst().worker();
            List<Boolean> mine = Answers.of(
                    work.finish(worker, batch.stream().map(Done::finish).toList()));
            told(batch, mine);
            return Duration.ZERO;
        } catch (RuntimeException e) {
            pulse.failed(e);
            return untold(batch);
        }
    }

    private void collect() throws InterruptedException {
        Done first = untold.isEmpty() ? ready.poll(WAIT.toMillis(), TimeUnit.MILLISECONDS) : null;
        if (first != null) {
            untold.add(first);
        }
        ready.drainTo(untold, Math.max(0, MOST_AT_ONCE - untold.size()));
    }

    /** Of one name, since each name's messages are held apart. */
    private List<Done> nextBatch() {
        return untold.stream()
                .takeWhile(done -> done.worker().equals(untold.getFirst().worker()))
                .limit(most)
                .toList();
    }

    private void told(List<Done> batch, List<Boolean> mine) {
        pulse.answered();
        failing.reset();
        most = Math.min(MOST_AT_ONCE, most * 2);
        for (int i = 0; i < batch.size(); i++) {
            Done done = untold.removeFirst();
            // If an earlier answer was lost, a refusal only says that the finish had gone in.
            boolean counts = mine.get(i) || unanswered.contains(done);
            tally.count(done, counts ? done.outcome() : Outcome.SUPERSEDED);
            unanswered.remove(done);
        }
    }

    private Duration untold(List<Done> batch) {
        unanswered.addAll(batch);
        most = 1;
        if (batch.size() == 1) {
            untold.addLast(untold.removeFirst());
        }
        return failing.next();
    }
}
