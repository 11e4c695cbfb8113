// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.status;

import dev.drumline.worker.result.Outcome;
import dev.drumline.worker.run.Done;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts finished messages by task and outcome, for the metrics and for the status. */
public final class Tally {

    private final MeterRegistry meters;
    private final InstantSource clock;
    private final ConcurrentMap<String, OfTask> tasks = new ConcurrentHashMap<>();

    public Tally(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** Counts a message that Redis was told of; {@code outcome} is what came of it. */
    public void count(Done done, Outcome outcome) {
        OfTask task = tasks.computeIfAbsent(done.task(), name -> new OfTask(name, meters));
        task.count(outcome, done.took(), clock.instant());
    }

    /** A copy, by task. */
    Map<String, OfTask> tasks() {
        return Map.copyOf(tasks);
    }

    /** One task's counts, which are its metrics too. */
    static final class OfTask {

        private final String name;
        private final MeterRegistry meters;
        private final ConcurrentMap<Outcome, Counter> counts = new ConcurrentHashMap<>();
        private final Timer timer;
        private volatile Instant lastTime = Instant.EPOCH;

        private OfTask(String name, MeterRegistry meters) {
            this.name = name;
            this.meters = meters;
            this.timer = meters.timer("drumline.task", "task", name);
        }

        private void count(Outcome outcome, Duration took, Instant now) {
            counts.computeIfAbsent(outcome, this::counter).increment();
            timer.record(took);
            lastTime = now;
        }

        private Counter counter(Outcome outcome) {
            return meters.counter("drumline.tasks", "task", name, "outcome", outcome.label());
        }

        long count(Outcome outcome) {
            Counter counter = counts.get(outcome);
            return counter == null ? 0 : (long) counter.count();
        }

        Instant lastTime() {
            return lastTime;
        }
    }
}
