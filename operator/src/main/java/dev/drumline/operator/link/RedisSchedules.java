// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.Keys;
import dev.drumline.broker.delayed.SingleOccurrences;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.MissedCounts;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.partition.Partitions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The schedules of a broker in its Redis. */
final class RedisSchedules implements BrokerSchedules {
    private static final String ORIGIN = "operator";

    private final Supplier<RedisLink> redis;
    private final Supplier<Optional<Instant>> checkpoint;
    private final Keys keys;
    private final int partitions;

    /**
     * @param redis throws {@link RedisUnreachableException} while there is no connection
     * @param checkpoint from which a partition goes on that Redis has lost
     */
    RedisSchedules(Supplier<RedisLink> redis, Supplier<Optional<Instant>> checkpoint, Keys keys, int partitions) {
        this.redis = redis;
        this.checkpoint = checkpoint;
        this.keys = keys;
        this.partitions = partitions;
    }

    private ScheduleStore store() {
        return new ScheduleStore(redis.get(), keys, partitions);
    }

    @Override
    public int partitionOf(String entryId) {
        return Partitions.of(entryId, partitions);
    }

    @Override
    public CompletionStage<Long> edit(Collection<ScheduleEntry> upserts, Collection<String> deletes) {
        return store().edit(upserts, deletes, checkpoint.get());
    }

    @Override
    public CompletionStage<Long> begin(Instant from, Instant oldest) {
        return store().begin(from, oldest);
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public CompletionStage<List<StoredEntry>> stored(int partition) {
        return store().entries(partition);
    }

    @Override
    public CompletionStage<MissedCounts> missed() {
        return store().missed();
    }

    @Override
    public CompletionStage<Map<MissReason, Long>> missed(String entryId) {
        return store().missed(entryId);
    }

    @Override
    public CompletionStage<Boolean> queueNow(ScheduleEntry entry, String taskId) {
        return new SingleOccurrences(redis.get(), keys, partitions).queueNow(entry, taskId, ORIGIN);
    }
}
