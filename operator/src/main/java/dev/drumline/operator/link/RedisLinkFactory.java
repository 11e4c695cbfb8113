// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.redis.RedisSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes links to brokers in Redis, which share one timer for their batches. */
@ApplicationScoped
class RedisLinkFactory implements LinkFactory {
    /** Long enough for a burst of reconciliations to fill a batch, too short to be felt. */
    private static final long LINGER_MILLIS = 5;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("edits").factory());

    @Override
    public BrokerLink make(BrokerEndpoint endpoint, RedisSettings settings) {
        return new RedisBrokerLink(
                endpoint, settings, flush -> timer.schedule(flush, LINGER_MILLIS, TimeUnit.MILLISECONDS));
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
