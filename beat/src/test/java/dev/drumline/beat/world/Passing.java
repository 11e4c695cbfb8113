// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireReply;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.LeaseReply;
import dev.drumline.broker.partition.LeaseRequest;
import dev.drumline.broker.partition.PartitionSnapshot;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.schedule.Changes;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.broker.work.WorkLink;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Hands every call on; what is built on it stands between a beat and its store and shows what a wrong beat would do. */
class Passing implements FiringStore {

    private final FiringStore store;

    Passing(FiringStore store) {
        this.store = store;
    }

    @Override
    public CompletionStage<FireReply> fire(String holder, List<FireBatch> batches) {
        return store.fire(holder, batches);
    }

    @Override
    public CompletionStage<LeaseReply> lease(LeaseRequest request) {
        return store.lease(request);
    }

    @Override
    public CompletionStage<Integer> leave(String holder) {
        return store.leave(holder);
    }

    @Override
    public CompletionStage<PartitionSnapshot> load(int partition) {
        return store.load(partition);
    }

    @Override
    public CompletionStage<List<StoredEntry>> read(int partition, List<String> ids) {
        return store.read(partition, ids);
    }

    @Override
    public CompletionStage<String> lastChange() {
        return store.lastChange();
    }

    @Override
    public CompletionStage<Changes> changes(String afterId) {
        return store.changes(afterId);
    }

    @Override
    public CompletionStage<QueueSettings> queueSettings() {
        return store.queueSettings();
    }

    @Override
    public CompletionStage<List<WorkLink.Restored>> restore(Duration silence) {
        return store.restore(silence);
    }

    @Override
    public CompletionStage<Delayed.Moved> moveDelayed(Collection<Integer> partitions, int limit) {
        return store.moveDelayed(partitions, limit);
    }
}
