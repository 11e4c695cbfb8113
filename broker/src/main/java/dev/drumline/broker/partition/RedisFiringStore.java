// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.Keys;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.broker.schedule.Changes;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.broker.work.RedisWork;
import dev.drumline.broker.work.WorkLink;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The firing store on a real Redis: one script a call. */
public final class RedisFiringStore implements FiringStore {

    private static final Script LOAD = Script.of(RedisFiringStore.class, "load");

    private static final long CHANGES_AT_ONCE = 1_000;

    private final RedisLink link;
    private final Keys keys;
    private final FireScript fire;
    private final LeaseScript lease;

    public RedisFiringStore(RedisLink link, Keys keys, int partitions) {
        this.link = link;
        this.keys = keys;
        this.fire = new FireScript(keys);
        this.lease = new LeaseScript(keys, partitions);
    }

    @Override
    public CompletionStage<FireReply> fire(String holder, List<FireBatch> batches) {
        return fire.call(link, holder, batches);
    }

    @Override
    public CompletionStage<LeaseReply> lease(LeaseRequest request) {
        return lease.lease(link, request);
    }

    @Override
    public CompletionStage<Integer> leave(String holder) {
        return lease.leave(link, holder);
    }

    @Override
    public CompletionStage<PartitionSnapshot> load(int partition) {
        return LOAD.call(link, List.of(keys.schedule(partition), keys.partition(partition)), List.of())
                .thenApply(answer -> new PartitionSnapshot(
                        LeaseScript.state(answer.get(0), answer.get(1)), entries(Script.array(answer.get(2)))));
    }

    private static List<StoredEntry> entries(List<Object> pairs) {
        List<StoredEntry> entries = new ArrayList<>(pairs.size() / 2);
        for (int i = 0; i < pairs.size(); i += 2) {
            entries.add(new StoredEntry(Script.text(pairs.get(i)), Script.text(pairs.get(i + 1))));
        }
        return entries;
    }

    @Override
    public CompletionStage<List<StoredEntry>> read(int partition, List<String> ids) {
        return link.commands()
                .hmget(keys.schedule(partition), ids.toArray(String[]::new))
                .thenApply(values -> values.stream()
                        .filter(value -> value.hasValue())
                        .map(value -> new StoredEntry(value.getKey(), Script.text(value.getValue())))
                        .toList());
    }

    @Override
    public CompletionStage<String> lastChange() {
        return link.commands()
                .xrevrange(keys.changes(), Range.unbounded(), Limit.from(1))
                .thenApply(
                        newest -> newest.isEmpty() ? "0-0" : newest.getFirst().getId());
    }

    @Override
    public CompletionStage<Changes> changes(String afterId) {
        return link.commands()
                .xread(XReadArgs.Builder.count(CHANGES_AT_ONCE), StreamOffset.from(keys.changes(), afterId))
                .thenApply(read -> new Changes(
                        read.isEmpty() ? afterId : read.getLast().getId(),
                        read.stream().map(change -> change(change.getBody())).toList()));
    }

    private static Changes.Change change(Map<String, byte[]> body) {
        return new Changes.Change(
                Integer.parseInt(Script.text(body.get("partition"))),
                Long.parseLong(Script.text(body.get("before"))),
                Long.parseLong(Script.text(body.get("version"))),
                List.of(Script.text(body.get("ids")).split("\n")));
    }

    @Override
    public CompletionStage<QueueSettings> queueSettings() {
        return QueueSettings.read(link, keys);
    }

    @Override
    public CompletionStage<List<WorkLink.Restored>> restore(Duration silence) {
        return new RedisWork(link, keys, List.of()).restore(silence);
    }

    @Override
    public CompletionStage<Delayed.Moved> moveDelayed(Collection<Integer> partitions, int limit) {
        return new Delayed(link, keys).move(partitions, limit);
    }
}
