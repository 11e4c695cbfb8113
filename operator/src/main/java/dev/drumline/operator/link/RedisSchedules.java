// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.partition.Partitions;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The schedules of a broker in its Redis. */
final class RedisSchedules implements BrokerSchedules {
    private final Supplier<ScheduleStore> store;
    private final int partitions;

    /** @param store throws {@link RedisUnreachableException} while there is no connection */
    RedisSchedules(Supplier<ScheduleStore> store, int partitions) {
        this.store = store;
        this.partitions = partitions;
    }

    @Override
    public int partitionOf(String entryId) {
        return Partitions.of(entryId, partitions);
    }

    @Override
    public CompletionStage<Long> edit(Collection<ScheduleEntry> upserts, Collection<String> deletes) {
        return store.get().edit(upserts, deletes);
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public CompletionStage<List<StoredEntry>> stored(int partition) {
        return store.get().entries(partition);
    }
}
