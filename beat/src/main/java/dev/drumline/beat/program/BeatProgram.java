// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.program;

import dev.drumline.beat.Beat;
import dev.drumline.beat.firing.Mailbox;
import dev.drumline.beat.lease.LeaseKeeper;
import dev.drumline.beat.report.FiringStatistics;
import dev.drumline.beat.report.ReportWriter;
import dev.drumline.broker.Keys;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.RedisFiringStore;
import dev.drumline.broker.redis.RedisLink;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** The thread that makes a beat run, from the first connection to the goodbye. */
@Startup
@ApplicationScoped
class BeatProgram implements Runnable {

    private static final Logger LOG = Logger.getLogger(BeatProgram.class);

    private static final Duration CONNECT_AGAIN = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final BeatConfig config;
    private final MeterRegistry registry;
    private final Pulse pulse;
    private final Thread thread;
    private volatile boolean stopping;

    BeatProgram(BeatConfig config, MeterRegistry registry, Pulse pulse) {
        this.config = config;
        this.registry = registry;
        this.pulse = pulse;
        this.thread = Thread.ofPlatform().name("beat").start(this);
    }

    @Override
    public void run() {
        // The name alone would be the same for a pod's next container, while a paused one may still come back.
        String holder = config.name() + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        RedisLink link = connect(holder);
        if (link == null) {
            return;
        }
        try (link) {
            FiringStore store = new RedisFiringStore(link, new Keys(config.keyPrefix()), config.partitions());
            beat(holder, store);
            leave(holder, store);
        }
    }

    private RedisLink connect(String holder) {
        boolean told = false;
        while (!stopping) {
            pulse.turned();
            try {
                RedisLink link = RedisLink.open(config.redis().settings(), holder);
                LOG.infof("Connected to Redis url=%s holder=%s", config.redis().url(), holder);
                return link;
            } catch (RedisException e) {
                if (!told) {
                    LOG.warnf(
                            "Redis can't be reached; trying on url=%s fault=%s",
                            config.redis().url(), e);
                    told = true;
                }
                LockSupport.parkNanos(CONNECT_AGAIN.toNanos());
            }
        }
        return null;
    }

    private void beat(String holder, FiringStore store) {
        FiringStatistics statistics = new FiringStatistics(registry, System::nanoTime);
        Beat beat = new Beat(
                new LeaseKeeper.Identity(holder, config.partitions()),
                store,
                statistics,
                new Mailbox(() -> LockSupport.unpark(thread)),
                System::nanoTime);
        ReportWriter report = new ReportWriter(Instant.now(), beat, statistics);
        pulse.watch(registry, beat, report);
        while (!stopping) {
            long restNanos = beat.turn(() -> report.at(System.nanoTime()));
            pulse.turned();
            LockSupport.parkNanos(restNanos);
        }
    }

    private static void leave(String holder, FiringStore store) {
        try {
            int given = store.leave(holder).toCompletableFuture().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            LOG.infof("Said goodbye partitions=%d", given);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Leases run out by themselves: Redis did not hear the goodbye fault=%s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join(FAREWELL.plusSeconds(1));
    }
}
