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
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** Wires the worker together; here alone the system's clock is read. */
@ApplicationScoped
public class WorkerApplication {

    private static final Log LOG = Log.of(WorkerApplication.class);

    private final WorkerConfig config;
    private final MeterRegistry meters;
    private final Pulse pulse;
    private final InstantSource clock = Clock.systemUTC();
    private final LinkOpener opener;
    private Thread opening;
    private RedisLink link;
    private Worker worker;

    WorkerApplication(WorkerConfig config, MeterRegistry meters, Pulse pulse) {
        this.config = config;
        this.meters = meters;
        this.pulse = pulse;
        this.opener = new LinkOpener(redis(config.redis()), config.name(), pulse);
    }

    void start(@Observes StartupEvent event) {
        ConfigCheck.check(config);
        Handlers handlers = Handlers.foundBy(handlerLoader());
        LOG.info("Starts", Fact.POOL, pool(), Fact.QUEUES, config.queues(), Fact.HANDLERS, handlers.names());
        opening = Thread.ofVirtual().name("opener").start(() -> opener.open().ifPresent(open -> work(open, handlers)));
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        opener.stop();
        if (opening != null) {
            opening.join();
        }
        if (worker != null) {
            worker.drain(Duration.ofSeconds(config.gracePeriodSeconds()));
            link.close();
        }
    }

    private void work(RedisLink open, Handlers handlers) {
        link = open;
        worker = worker(handlers);
        meters.gauge("drumline.busy", worker, Worker::busy);
        worker.start();
    }

    private Worker worker(Handlers handlers) {
        Rules rules = new Rules(
                new Triage(handlers, config.maxDeliveries()),
                new Endings(Duration.ofSeconds(config.resultExpiresSeconds()), config.partitions()),
                config.taskTimeLimitSeconds().map(Duration::ofSeconds),
                clock,
                System::nanoTime);
        Tally tally = new Tally(meters, clock);
        WorkerCard card = new WorkerCard(pool(), config.queues(), config.concurrency(), config.name(), clock.instant());
        return new Worker(
                new RedisWork(link, new Keys(config.keyPrefix()), config.queues()),
                config.concurrency(),
                rules,
                new Worker.Telling(pulse, tally, new WorkerReport(card, tally)),
                new WorkerNames(config.name()));
    }

    private ClassLoader handlerLoader() {
        ClassLoader own = WorkerApplication.class.getClassLoader();
        return config.handlers().map(folder -> HandlerJars.in(folder, own)).orElse(own);
    }

    private String pool() {
        return config.pool().orElse("");
    }

    private static RedisSettings redis(WorkerConfig.Redis redis) {
        return new RedisSettings(
                redis.url(), redis.username(), redis.password(), Duration.ofMillis(redis.timeoutMillis()));
    }
}
