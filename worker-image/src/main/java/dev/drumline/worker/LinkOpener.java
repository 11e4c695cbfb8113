// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.worker.loop.Pulse;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for Redis, which may come up later than its workers. */
final class LinkOpener {

    private static final long REST_MILLIS = 500;

    private final RedisSettings settings;
    private final String name;
    private final Pulse pulse;
    private final CountDownLatch stopped = new CountDownLatch(1);

    LinkOpener(RedisSettings settings, String name, Pulse pulse) {
        this.settings = settings;
        this.name = name;
        this.pulse = pulse;
    }

    /** Empty only after {@link #stop}. */
    Optional<RedisLink> open() {
        try {
            do {
                pulse.looped();
                Optional<RedisLink> link = tryOpen();
                if (link.isPresent()) {
                    return link;
                }
            } while (!stopped.await(REST_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    void stop() {
        stopped.countDown();
    }

    private Optional<RedisLink> tryOpen() {
        try {
            return Optional.of(RedisLink.open(settings, name));
        } catch (RuntimeException e) {
            pulse.failed(e);
            return Optional.empty();
        }
    }
}
