// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import dev.drumline.broker.redis.MemoryRedis;
import dev.drumline.broker.schedule.MemoryEdit;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.partition.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;

/** In memory. */
final class MemoryBroker implements TestBroker {

    private static final int CHANGES_KEPT = 100;

    private final MemoryRedis redis = new MemoryRedis();
    private final FiringStore store;

    MemoryBroker() {
        redis.setMicros(Instant.parse("2026-03-01T12:00:00Z").toEpochMilli() * 1_000);
        store = new MemoryFiringStore(redis, KEYS, PARTITIONS, Set.of());
    }

    @Override
    public FiringStore store() {
        return store;
    }

    @Override
    public long edit(List<ScheduleEntry> upserts, List<String> deletes, Optional<Instant> checkpoint) {
        Map<Integer, List<ScheduleEntry>> written =
                upserts.stream().collect(groupingBy(entry -> partitionOf(entry.id())));
        Map<Integer, List<String>> deleted = deletes.stream().collect(groupingBy(MemoryBroker::partitionOf));
        Set<Integer> partitions = new TreeSet<>(written.keySet());
        partitions.addAll(deleted.keySet());
        MemoryEdit edit = new MemoryEdit(redis, KEYS, CHANGES_KEPT);
        try {
            return partitions.stream()
                    .mapToLong(partition -> edit.edit(
                                    partition,
                                    written.getOrDefault(partition, List.of()),
                                    deleted.getOrDefault(partition, List.of()),
                                    checkpoint)
                            .changed())
                    .sum();
        } catch (MemoryRedis.WrongTypeException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public long begin(Instant checkpoint, Instant oldest) {
        return new MemoryEdit(redis, KEYS, CHANGES_KEPT).begin(KEYS.partitions(PARTITIONS), checkpoint, oldest);
    }

    private static int partitionOf(String id) {
        return Partitions.of(id, PARTITIONS);
    }

    @Override
    public long millis() {
        return redis.millis();
    }

    @Override
    public Map<String, String> hash(String key) {
        return redis.hgetall(key);
    }

    @Override
    public void put(String key, String field, String value) {
        redis.hset(key, field, value);
    }

    @Override
    public void putText(String key, String text) {
        redis.set(key, text);
    }

    @Override
    public String text(String key) {
        return redis.get(key);
    }

    @Override
    public void delete(String key) {
        redis.del(key);
    }

    @Override
    public List<String> list(String key) {
        return redis.lrange(key).stream().map(item -> new String(item, UTF_8)).toList();
    }

    @Override
    public void push(String key, String item) {
        redis.lpush(key, item.getBytes(UTF_8));
    }

    @Override
    public Map<String, Long> sortedSet(String key) {
        Map<String, Long> scores = new LinkedHashMap<>();
        new ArrayList<>(redis.zrangebyscore(key, Long.MIN_VALUE, Long.MAX_VALUE))
                .forEach(member -> scores.put(member, redis.zscore(key, member)));
        return scores;
    }

    @Override
    public void add(String key, long score, String member) {
        redis.zadd(key, score, member);
    }

    @Override
    public void trimChanges() {
        redis.stream(KEYS.changes()).trim(0);
    }
}
