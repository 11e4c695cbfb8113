// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.testing;

import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.RedisSettings;
import dev.drumline.broker.status.BrokerStatus;
import dev.drumline.broker.status.LatenessMs;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.operator.link.EditBatcher;
import dev.drumline.operator.link.FakeSchedules;
import dev.drumline.operator.link.RedisUnreachableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A link without a Redis behind it. */
public final class FakeLink implements BrokerLink {
    private final BrokerEndpoint endpoint;
    private final FakeSchedules schedules = new FakeSchedules();
    private final EditBatcher edits = new EditBatcher(schedules, Runnable::run);
    private BrokerSight sight = Sights.nothing();
    private QueueSettings queues = QueueSettings.NONE;
    private Optional<Instant> resumesFrom = Optional.empty();
    private boolean asked = true;
    private boolean down;
    private boolean closed;

    public FakeLink(BrokerEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    public void show(BrokerSight seen) {
        sight = seen;
    }

    public void goDown() {
        down = true;
        schedules.goDown();
    }

    public void comeBack() {
        down = false;
        schedules.comeBack();
    }

    public void isNotAskedYet() {
        asked = false;
    }

    public QueueSettings queues() {
        return queues;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public BrokerEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public FakeSchedules schedules() {
        return schedules;
    }

    @Override
    public EditBatcher edits() {
        return edits;
    }

    @Override
    public boolean leadsTo(BrokerEndpoint other, RedisSettings settings) {
        return endpoint.equals(other);
    }

    @Override
    public CompletionStage<BrokerStatus> status() {
        return down
                ? CompletableFuture.failedStage(new RedisUnreachableException("down"))
                : CompletableFuture.completedStage(
                        new BrokerStatus(12, 1, new LatenessMs(12, 1, 2, 3, 4), List.of(), Map.of(), Map.of()));
    }

    @Override
    public boolean wasAsked() {
        return asked;
    }

    @Override
    public BrokerSight look() {
        if (down) {
            throw new RedisUnreachableException("connection refused");
        }
        return sight;
    }

    @Override
    public Optional<BrokerSight> lastSight() {
        return Optional.of(sight);
    }

    @Override
    public void resumeFrom(Optional<Instant> checkpoint) {
        resumesFrom = checkpoint;
    }

    public Optional<Instant> resumesFrom() {
        return resumesFrom;
    }

    @Override
    public void write(QueueSettings wanted) {
        queues = wanted;
    }

    @Override
    public void close() {
        closed = true;
    }
}
