// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.broker.status.BrokerStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The operator's way to one broker. It is there as soon as the broker's spec is accepted, whether or not Redis answers. */
public interface BrokerLink extends AutoCloseable {

    BrokerEndpoint endpoint();

    BrokerSchedules schedules();

    EditBatcher edits();

    boolean leadsTo(BrokerEndpoint endpoint, RedisSettings settings);

    /** Whether Redis was ever asked: before that, nothing can be said of it. */
    boolean wasAsked();

    /** Where a broker goes on whose Redis was emptied; empty as long as there is no checkpoint. To be told before it is asked. */
    void resumeFrom(Optional<Instant> checkpoint);

    /**
     * Connects where there is no connection yet, and looks.
     *
     * @throws RedisUnreachableException when Redis doesn't answer
     */
    BrokerSight look();

    /** Everything that the dashboard shows; fails with {@link RedisUnreachableException} when Redis was never reached. */
    CompletionStage<BrokerStatus> status();

    /** What the last look found; empty before there was one. */
    Optional<BrokerSight> lastSight();

    /**
     * Stores how deep queues may get, where it is not stored already.
     *
     * @throws RedisUnreachableException when Redis doesn't answer
     */
    void write(QueueSettings queues);

    @Override
    void close();
}
