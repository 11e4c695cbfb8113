// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.drumline.broker.Keys;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.delayed.MemoryMove;
import dev.drumline.broker.partition.FireAnswer;
import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireReply;
import dev.drumline.broker.partition.Flaw;
import dev.drumline.broker.partition.LeaseReply;
import dev.drumline.broker.partition.LeaseRequest;
import dev.drumline.broker.partition.MemoryFiringStore;
import dev.drumline.broker.redis.Bulk;
import dev.drumline.broker.redis.MemoryRedis;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MemoryEdit;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.partition.Partitions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The Redis of a world: it carries out what reaches it, at once, and writes down what it did. It can lose the end of its history,
 * and what was written down goes with it.
 */
final class Server {

    static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);

    private static final int CHANGES_KEPT = 20;

    private final MemoryRedis redis = new MemoryRedis();
    private final LongSupplier trueMicros;
    private final int partitions;
    private final MemoryFiringStore store;
    private final MemoryEdit edit;
    private final List<Happened> history = new ArrayList<>();
    private long clockAheadMicros;

    Server(LongSupplier trueMicros, int partitions, Set<Flaw> flaws) {
        this.trueMicros = trueMicros;
        this.partitions = partitions;
        this.store = new MemoryFiringStore(redis, KEYS, partitions, flaws);
        this.edit = new MemoryEdit(redis, KEYS, CHANGES_KEPT);
    }

    /** Everything that a Redis would bring back from its file. */
    record Saved(MemoryRedis.Snapshot keys, List<Happened> history) {}

    Saved save() {
        return new Saved(redis.snapshot(), List.copyOf(history));
    }

    static final Saved NOTHING = new Saved(new MemoryRedis().snapshot(), List.of());

    void restore(Saved saved) {
        redis.restore(saved.keys());
        history.clear();
        history.addAll(saved.history());
    }

    /** One partition is as if it had never been. */
    void empty(int partition) {
        List.of(KEYS.partition(partition), KEYS.schedule(partition), KEYS.delayed(partition), KEYS.missed(partition))
                .forEach(redis()::del);
        history.removeIf(happened -> happened.partition() == partition);
    }

    List<Happened> history() {
        return history;
    }

    void jump(long millis) {
        clockAheadMicros += millis * 1_000;
    }

    /** Its keys, with its clock set. */
    MemoryRedis redis() {
        redis.setMicros(trueMicros.getAsLong() + clockAheadMicros);
        return redis;
    }

    MemoryFiringStore store() {
        redis();
        return store;
    }

    FireReply fire(String holder, List<FireBatch> batches) {
        redis();
        List<FireBatch> written = batches.stream().map(Server::written).toList();
        List<Boolean> held =
                batches.stream().map(batch -> holds(holder, batch.partition())).toList();
        FireReply reply = store.fire(holder, written).toCompletableFuture().join();
        for (int b = 0; b < written.size(); b++) {
            if (reply.answers().get(b).fired()) {
                history.add(fired(
                        holder, held.get(b), written.get(b), reply.answers().get(b)));
            }
        }
        return reply;
    }

    private static FireBatch written(FireBatch batch) {
        return new FireBatch(
                batch.partition(),
                batch.from(),
                batch.to(),
                batch.version(),
                batch.notBeforeMillis(),
                batch.missed(),
                batch.groups().stream().map(Server::written).toList());
    }

    private static FireBatch.Group written(FireBatch.Group group) {
        return new FireBatch.Group(
                group.queue(),
                group.step(),
                group.maxDepth(),
                group.messages().stream()
                        .map(message -> Bulk.of(message.bytes()))
                        .toList(),
                group.guard());
    }

    private boolean holds(String holder, int partition) {
        String key = KEYS.partition(partition);
        String end = redis.hget(key, "leaseEnd");
        return holder.equals(redis.hget(key, "holder")) && Long.parseLong(end) > redis.millis();
    }

    private Happened.Fired fired(String holder, boolean held, FireBatch batch, FireAnswer answer) {
        List<Message> queued = new ArrayList<>();
        List<Message> noRoom = new ArrayList<>();
        List<Message> forbidden = new ArrayList<>();
        for (int g = 0; g < batch.groups().size(); g++) {
            List<Message> messages = batch.groups().get(g).messages().stream()
                    .map(message -> Message.read(message.bytes()))
                    .toList();
            int pushed = answer.pushed().get(g);
            if (pushed == FireAnswer.FORBIDDEN) {
                forbidden.addAll(messages);
            } else {
                queued.addAll(messages.subList(0, pushed));
                noRoom.addAll(messages.subList(pushed, messages.size()));
            }
        }
        return new Happened.Fired(
                redis.millis(), batch.partition(), holder, held, batch.to(), batch.missed(), queued, noRoom, forbidden);
    }

    LeaseReply lease(LeaseRequest request) {
        redis();
        String[] epochs = new String[partitions];
        String[] ends = new String[partitions];
        for (int partition = 0; partition < partitions; partition++) {
            epochs[partition] = redis.hget(KEYS.partition(partition), "epoch");
            ends[partition] = redis.hget(KEYS.partition(partition), "leaseEnd");
        }
        LeaseReply reply = store.lease(request).toCompletableFuture().join();
        for (int partition : reply.held().keySet()) {
            String epoch = redis.hget(KEYS.partition(partition), "epoch");
            if (!epoch.equals(epochs[partition])) {
                long end = ends[partition] == null ? 0 : Long.parseLong(ends[partition]);
                history.add(
                        new Happened.Taken(redis.millis(), partition, Long.parseLong(epoch), request.holder(), end));
            }
        }
        return reply;
    }

    Delayed.Moved move(Collection<Integer> partitions, int limit) {
        Map<Integer, List<String>> due = new TreeMap<>();
        for (int partition : partitions) {
            due.put(partition, redis().zrangebyscore(KEYS.delayed(partition), Long.MIN_VALUE, redis.millis()));
        }
        Delayed.Moved answer = new MemoryMove(redis, KEYS).move(partitions, limit);
        due.forEach((partition, members) -> members.forEach(member -> {
            Message message =
                    Message.read(member.substring(member.indexOf('\n') + 1).getBytes(ISO_8859_1));
            Long later = redis.zscore(KEYS.delayed(partition), member);
            history.add(
                    later == null
                            ? new Happened.Moved(redis.millis(), partition, message)
                            : new Happened.Postponed(redis.millis(), partition, message, later));
        }));
        return answer;
    }

    List<StoredEntry> entries(int partition) {
        return redis().hgetall(KEYS.schedule(partition)).entrySet().stream()
                .map(entry -> new StoredEntry(entry.getKey(), entry.getValue()))
                .toList();
    }

    boolean has(ScheduleEntry entry) {
        String stored = redis().hget(KEYS.schedule(Partitions.of(entry.id(), partitions)), entry.id());
        return stored != null && new StoredEntry(entry.id(), stored).says(entry);
    }

    void trimChanges() {
        redis().stream(KEYS.changes()).trim(0);
    }

    /** What the operator does. */
    void edit(int partition, List<ScheduleEntry> upserts, List<String> deletes) {
        redis();
        Map<String, String> before = redis.hgetall(KEYS.schedule(partition));
        edit.edit(partition, upserts, deletes);
        Map<String, String> after = redis.hgetall(KEYS.schedule(partition));
        List<StoredEntry> written = after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> new StoredEntry(entry.getKey(), entry.getValue()))
                .toList();
        List<String> deleted =
                before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
        if (!written.isEmpty() || !deleted.isEmpty()) {
            Mark mark = Mark.parse(redis.hget(KEYS.partition(partition), "mark"));
            history.add(new Happened.Edited(redis.millis(), partition, mark, written, deleted));
        }
    }
}
