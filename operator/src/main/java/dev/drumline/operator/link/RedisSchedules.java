// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.partition.Partitions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
    public CompletionStage<List<StoredEntry>> stored() {
        ScheduleStore reached = store.get();
        List<CompletableFuture<List<StoredEntry>>> all = IntStream.range(0, partitions)
                .mapToObj(partition -> reached.entries(partition).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(done -> {
            List<StoredEntry> entries = new ArrayList<>();
            all.forEach(partition -> entries.addAll(partition.resultNow()));
            return entries;
        });
    }
}
