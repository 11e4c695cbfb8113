// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import dev.drumline.broker.work.Revocations;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The running tasks of a worker, and its slots. */
public final class Workshop implements AutoCloseable {

    private final Slots slots;
    private final Rules rules;
    private final Consumer<Done> finished;
    private final TimeLimits limits = new TimeLimits();
    private final Set<Execution> running = ConcurrentHashMap.newKeySet();
    private final Revoked revoked = new Revoked();

    /**
     * @param concurrency 1 to 1000
     * @param finished takes what ended, from any thread, without waiting
     */
    public Workshop(int concurrency, Rules rules, Consumer<Done> finished) {
        this.slots = new Slots(concurrency);
        this.rules = rules;
        this.finished = finished;
    }

    /** Begins the messages, for which there must be free slots. */
    public void begin(Collection<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            slots.take();
            Execution execution = new Execution(assignment, rules, limits, revoked, finished);
            running.add(execution);
            Thread.ofVirtual().name("task").start(() -> {
                try {
                    execution.run();
                } finally {
                    running.remove(execution);
                    slots.giveBack();
                }
            });
        }
    }

    /** Lets these tasks run no more: what runs of them is stopped, what is begun later is not run at all. */
    public void revoke(Revocations news) {
        revoked.add(news);
        if (!news.taskIds().isEmpty()) {
            Set<String> ids = Set.copyOf(news.taskIds());
            running.forEach(execution -> execution.revoke(ids));
        }
    }

    /** {@link Revocations#through} of the last ones that were heard of. */
    public long knownRevoked() {
        return revoked.through();
    }

    public int free() {
        return slots.free();
    }

    public int busy() {
        return slots.busy();
    }

    public boolean awaitFree(Duration longest) throws InterruptedException {
        return slots.awaitFree(longest);
    }

    public boolean awaitIdle(Duration longest) throws InterruptedException {
        return slots.awaitIdle(longest);
    }

    /** Gives up what is still running, whose messages are held and were not finished; how many that were. */
    public int giveUp() {
        return (int) running.stream().filter(Execution::giveUp).count();
    }

    @Override
    public void close() {
        limits.close();
    }
}
