// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.Keys;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.broker.status.BrokerStatus;
import dev.drumline.broker.status.StatusReader;
import io.lettuce.core.RedisException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A link to a broker in Redis; the connection is made when Redis first answers, and reconnects by itself from then on. */
final class RedisBrokerLink implements BrokerLink {
    private final BrokerEndpoint endpoint;
    private final RedisSettings settings;
    private final Keys keys;
    private final BrokerSchedules schedules;
    private final EditBatcher edits;
    private volatile RedisLink redis;
    private volatile boolean asked;
    private volatile Optional<Instant> checkpoint = Optional.empty();
    private volatile Optional<BrokerSight> lastSight = Optional.empty();

    RedisBrokerLink(BrokerEndpoint endpoint, RedisSettings settings, Executor later) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.keys = new Keys(endpoint.keyPrefix());
        this.schedules = new RedisSchedules(this::redis, () -> checkpoint, keys, endpoint.partitions());
        this.edits = new EditBatcher(schedules, later);
    }

    @Override
    public BrokerEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public BrokerSchedules schedules() {
        return schedules;
    }

    @Override
    public EditBatcher edits() {
        return edits;
    }

    @Override
    public boolean leadsTo(BrokerEndpoint otherEndpoint, RedisSettings otherSettings) {
        return endpoint.equals(otherEndpoint) && settings.equals(otherSettings);
    }

    @Override
    public void resumeFrom(Optional<Instant> firedThrough) {
        checkpoint = firedThrough;
    }

    @Override
    public BrokerSight look() {
        connect();
        BrokerSight sight = Await.answer(RedisSight.look(redis(), keys, endpoint.partitions()));
        lastSight = Optional.of(sight);
        return sight;
    }

    @Override
    public CompletionStage<BrokerStatus> status() {
        return redis == null
                ? CompletableFuture.failedStage(new RedisUnreachableException("not connected to " + settings.url()))
                : new StatusReader(redis, keys, endpoint.partitions()).read();
    }

    @Override
    public Optional<BrokerSight> lastSight() {
        return lastSight;
    }

    @Override
    public void write(QueueSettings queues) {
        if (!Await.answer(QueueSettings.read(redis(), keys)).equals(queues)) {
            Await.answer(queues.write(redis(), keys));
        }
    }

    @Override
    public boolean wasAsked() {
        return asked;
    }

    private synchronized void connect() {
        try {
            if (redis == null) {
                redis = RedisLink.open(settings, "drumline-operator");
            }
        } catch (RedisException e) {
            throw RedisUnreachableException.of(e);
        } finally {
            asked = true;
        }
    }

    private RedisLink redis() {
        RedisLink link = redis;
        if (link == null) {
            throw new RedisUnreachableException("not connected to " + settings.url());
        }
        return link;
    }

    @Override
    public synchronized void close() {
        if (redis != null) {
            redis.close();
        }
    }
}
