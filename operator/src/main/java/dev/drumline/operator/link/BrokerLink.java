// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.Keys;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.broker.schedule.ScheduleStore;
import io.lettuce.core.RedisException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The operator's way to one broker. It is there as soon as the broker's spec is accepted; the connection is made when
 * Redis first answers, and reconnects by itself from then on.
 */
public final class BrokerLink implements AutoCloseable {
    private final BrokerEndpoint endpoint;
    private final RedisSettings settings;
    private final Keys keys;
    private final BrokerSchedules schedules;
    private final EditBatcher edits;
    private volatile RedisLink redis;
    private volatile Optional<Instant> firedThrough = Optional.empty();

    BrokerLink(BrokerEndpoint endpoint, RedisSettings settings, ScheduledExecutorService timer) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.keys = new Keys(endpoint.keyPrefix());
        this.schedules = new RedisSchedules(
                () -> new ScheduleStore(redis(), keys, endpoint.partitions()), endpoint.partitions());
        this.edits = new EditBatcher(schedules, timer);
    }

    public BrokerEndpoint endpoint() {
        return endpoint;
    }

    public BrokerSchedules schedules() {
        return schedules;
    }

    public EditBatcher edits() {
        return edits;
    }

    boolean leadsTo(BrokerEndpoint otherEndpoint, RedisSettings otherSettings) {
        return endpoint.equals(otherEndpoint) && settings.equals(otherSettings);
    }

    /**
     * Connects where there is no connection yet, and looks.
     *
     * @throws RedisUnreachableException when Redis doesn't answer
     */
    public BrokerSight look() {
        connect();
        BrokerSight sight = Await.answer(RedisSight.look(redis(), keys, endpoint.partitions()));
        firedThrough = sight.firedThrough();
        return sight;
    }

    /** What the last look found. */
    public Optional<Instant> firedThrough() {
        return firedThrough;
    }

    /** @throws RedisUnreachableException when Redis doesn't answer */
    public void write(QueueSettings queues) {
        if (!Await.answer(QueueSettings.read(redis(), keys)).equals(queues)) {
            Await.answer(queues.write(redis(), keys));
        }
    }

    private synchronized void connect() {
        if (redis == null) {
            try {
                redis = RedisLink.open(settings, "drumline-operator");
            } catch (RedisException e) {
                throw RedisUnreachableException.of(e);
            }
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
