// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.work.RedisWork;
import dev.drumline.worker.handler.Handlers;
import dev.drumline.worker.loop.Pulse;
import dev.drumline.worker.loop.Worker;
import dev.drumline.worker.result.Endings;
import dev.drumline.worker.run.Rules;
import dev.drumline.worker.status.Tally;
import dev.drumline.worker.status.WorkerCard;
import dev.drumline.worker.status.WorkerReport;
import dev.drumline.worker.task.Triage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Whole workers without their program, for tests with a real Redis. */
public final class TestWorkers {

    public static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);

    private static final AtomicInteger NAMES = new AtomicInteger();

    private TestWorkers() {}

    /** Eight tasks at once, with the handlers of the class path, three deliveries. */
    public static Worker on(RedisLink link, String... queues) {
        Tally tally = new Tally(new SimpleMeterRegistry(), InstantSource.system());
        WorkerCard card = new WorkerCard("ns/pool", List.of(queues), 8, "host", Instant.now());
        return new Worker(
                new RedisWork(link, KEYS, List.of(queues)),
                8,
                rules(),
                new Worker.Telling(new Pulse(System::nanoTime), tally, new WorkerReport(card, tally)),
                () -> "test-" + NAMES.incrementAndGet());
    }

    /** With the handlers of the class path, and three deliveries. */
    public static Rules rules() {
        return new Rules(
                new Triage(Handlers.foundBy(TestWorkers.class.getClassLoader()), 3),
                new Endings(Duration.ofDays(1), 1),
                Optional.empty(),
                InstantSource.system(),
                System::nanoTime);
    }
}
