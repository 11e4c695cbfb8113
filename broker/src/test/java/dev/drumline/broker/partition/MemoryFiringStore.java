// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.Keys;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.delayed.MemoryMove;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.MemoryRedis;
import dev.drumline.broker.redis.MemoryStream;
import dev.drumline.broker.schedule.Changes;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.broker.work.WorkLink;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The firing store on {@link MemoryRedis}; every call is answered before it returns. The suites that it passes together with
 * the one on a real Redis say how like they are.
 */
public final class MemoryFiringStore implements FiringStore {

    private static final int CHANGES_AT_ONCE = 1_000;

    private final MemoryRedis redis;
    private final Keys keys;
    private final MemoryFire fire;
    private final MemoryLease lease;
    private final MemoryMove move;

    /** @param flaws what is wrong with FIRE; none for a faithful one */
    public MemoryFiringStore(MemoryRedis redis, Keys keys, int partitions, Set<Flaw> flaws) {
        this.redis = redis;
        this.keys = keys;
        this.fire = new MemoryFire(redis, keys, flaws);
        this.lease = new MemoryLease(redis, keys, partitions);
        this.move = new MemoryMove(redis, keys);
    }

    @Override
    public CompletionStage<FireReply> fire(String holder, List<FireBatch> batches) {
        return answer(() -> fire.call(holder, batches));
    }

    @Override
    public CompletionStage<LeaseReply> lease(LeaseRequest request) {
        return answer(() -> lease.lease(request));
    }

    @Override
    public CompletionStage<Integer> leave(String holder) {
        return answer(() -> lease.leave(holder));
    }

    @Override
    public CompletionStage<PartitionSnapshot> load(int partition) {
        return answer(() -> new PartitionSnapshot(
                MemoryLease.state(redis, keys.partition(partition)),
                redis.hgetall(keys.schedule(partition)).entrySet().stream()
                        .map(entry -> new StoredEntry(entry.getKey(), entry.getValue()))
                        .toList()));
    }

    @Override
    public CompletionStage<List<StoredEntry>> read(int partition, List<String> ids) {
        return answer(() -> {
            Map<String, String> stored = redis.hgetall(keys.schedule(partition));
            return ids.stream()
                    .filter(stored::containsKey)
                    .map(id -> new StoredEntry(id, stored.get(id)))
                    .toList();
        });
    }

    @Override
    public CompletionStage<String> lastChange() {
        return answer(() -> redis.stream(keys.changes()).newestId());
    }

    @Override
    public CompletionStage<Changes> changes(String afterId) {
        return answer(() -> {
            List<MemoryStream.Entry> read = redis.stream(keys.changes()).after(afterId, CHANGES_AT_ONCE);
            return new Changes(
                    read.isEmpty() ? afterId : read.getLast().id().toString(),
                    read.stream().map(entry -> change(entry.body())).toList());
        });
    }

    private static Changes.Change change(Map<String, String> body) {
        return new Changes.Change(
                Integer.parseInt(body.get("partition")),
                Long.parseLong(body.get("before")),
                Long.parseLong(body.get("version")),
                List.of(body.get("ids").split("\n")));
    }

    @Override
    public CompletionStage<QueueSettings> queueSettings() {
        return answer(() -> new QueueSettings(redis.hgetall(keys.queues()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, depth -> Long.parseLong(depth.getValue())))));
    }

    /** No worker lives here. */
    @Override
    public CompletionStage<List<WorkLink.Restored>> restore(Duration silence) {
        return answer(List::of);
    }

    @Override
    public CompletionStage<Delayed.Moved> moveDelayed(Collection<Integer> partitions, int limit) {
        return answer(() -> move.move(partitions, limit));
    }

    private static <T> CompletionStage<T> answer(Supplier<T> script) {
        try {
            return CompletableFuture.completedStage(script.get());
        } catch (MemoryRedis.WrongTypeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
