// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.broker.work.RedisWork;
import dev.drumline.worker.handler.HandlerJars;
import dev.drumline.worker.handler.Handlers;
import dev.drumline.worker.log.Fact;
import dev.drumline.worker.log.Log;
import dev.drumline.worker.loop.Pulse;
import dev.drumline.worker.loop.Worker;
import dev.drumline.worker.result.Endings;
import dev.drumline.worker.run.Rules;
import dev.drumline.worker.status.Tally;
import dev.drumline.worker.status.WorkerCard;
import dev.drumline.worker.status.WorkerReport;
import dev.drumline.worker.task.Triage;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Wires the worker together; here alone the system's clock is read. */
@ApplicationScoped
public class WorkerApplication {

    private static final Log LOG = Log.of(WorkerApplication.class);

    private static final long REOPEN_MILLIS = 500;

    private final WorkerConfig config;
    private final MeterRegistry meters;
    private final Pulse pulse;
    private final InstantSource clock = Clock.systemUTC();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread opener;
    private RedisLink link;
    private Worker worker;

    WorkerApplication(WorkerConfig config, MeterRegistry meters, Pulse pulse) {
        this.config = config;
        this.meters = meters;
        this.pulse = pulse;
    }

    /** Beside the application, so that the health checks need nothing of it. */
    @ApplicationScoped
    static class PulseSource {

        @Produces
        @Singleton
        Pulse pulse() {
            return new Pulse(System::nanoTime);
        }
    }

    void start(@Observes StartupEvent event) {
        ConfigCheck.check(config);
        Handlers handlers = Handlers.foundBy(handlerLoader());
        LOG.info(
                "Starts",
                Fact.POOL,
                config.pool().orElse(""),
                Fact.QUEUES,
                config.queues(),
                Fact.CONCURRENCY,
                config.concurrency(),
                Fact.HANDLERS,
                handlers.names());
        opener = Thread.ofVirtual().name("opener").start(() -> open(handlers));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (opener != null) {
            opener.join();
        }
        if (worker != null) {
            worker.drain(Duration.ofSeconds(config.gracePeriodSeconds()));
        }
        if (link != null) {
            link.close();
        }
    }

    private ClassLoader handlerLoader() {
        ClassLoader own = WorkerApplication.class.getClassLoader();
        return config.handlers().map(folder -> HandlerJars.in(folder, own)).orElse(own);
    }

    /** Redis may come up later than its workers. */
    private void open(Handlers handlers) {
        RedisSettings settings = new RedisSettings(
                config.redis().url(),
                config.redis().username(),
                config.redis().password(),
                Duration.ofMillis(config.redis().timeoutMillis()));
        try {
            while (link == null && !stopping.await(0, TimeUnit.SECONDS)) {
                tryOpen(settings);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (link != null) {
            worker = worker(handlers);
            meters.gauge("drumline.busy", worker, Worker::busy);
            worker.start();
        }
    }

    private void tryOpen(RedisSettings settings) throws InterruptedException {
        try {
            link = RedisLink.open(settings, config.name());
        } catch (RuntimeException e) {
            pulse.failed(e);
            stopping.await(REOPEN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private Worker worker(Handlers handlers) {
        RedisWork work = new RedisWork(link, new Keys(config.keyPrefix()), config.queues());
        Rules rules = new Rules(
                new Triage(handlers, config.maxDeliveries()),
                new Endings(Duration.ofSeconds(config.resultExpiresSeconds()), config.partitions()),
                config.taskTimeLimitSeconds().map(Duration::ofSeconds),
                clock);
        Tally tally = new Tally(meters, clock);
        WorkerCard card = new WorkerCard(
                config.pool().orElse(""), config.queues(), config.concurrency(), config.name(), clock.instant());
        Worker.Telling telling = new Worker.Telling(pulse, tally, new WorkerReport(card, tally));
        return new Worker(work, config.concurrency(), rules, telling, new WorkerNames(config.name()));
    }
}
