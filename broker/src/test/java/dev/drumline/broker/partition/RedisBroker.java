// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On a real Redis. */
final class RedisBroker implements TestBroker {

    private final RedisAsyncCommands<String, byte[]> commands;
    private final FiringStore store;
    private final ScheduleStore schedules;

    RedisBroker(RedisLink link) {
        commands = link.commands();
        store = new RedisFiringStore(link, KEYS, PARTITIONS);
        schedules = new ScheduleStore(link, KEYS, PARTITIONS);
    }

    @Override
    public FiringStore store() {
        return store;
    }

    @Override
    public long edit(List<ScheduleEntry> upserts, List<String> deletes, Optional<Instant> checkpoint) {
        return get(schedules.edit(upserts, deletes, checkpoint));
    }

    @Override
    public long begin(Instant checkpoint, Instant oldest) {
        return get(schedules.begin(checkpoint, oldest));
    }

    @Override
    public long millis() {
        List<byte[]> time = get(commands.time());
        return number(time.get(0)) * 1_000 + number(time.get(1)) / 1_000;
    }

    private static long number(byte[] text) {
        return Long.parseLong(new String(text, UTF_8));
    }

    @Override
    public Map<String, String> hash(String key) {
        return get(commands.hgetall(key)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, field -> new String(field.getValue(), UTF_8)));
    }

    @Override
    public void put(String key, String field, String value) {
        get(commands.hset(key, field, value.getBytes(UTF_8)));
    }

    @Override
    public void putText(String key, String text) {
        get(commands.set(key, text.getBytes(UTF_8)));
    }

    @Override
    public String text(String key) {
        byte[] text = get(commands.get(key));
        return text == null ? null : new String(text, UTF_8);
    }

    @Override
    public void delete(String key) {
        get(commands.del(key));
    }

    @Override
    public List<String> list(String key) {
        return get(commands.lrange(key, 0, -1)).stream()
                .map(item -> new String(item, UTF_8))
                .toList();
    }

    @Override
    public void push(String key, String item) {
        get(commands.lpush(key, item.getBytes(UTF_8)));
    }

    @Override
    public Map<String, Long> sortedSet(String key) {
        return get(commands.zrangeWithScores(key, 0, -1)).stream()
                .collect(toMap(
                        member -> new String(member.getValue(), UTF_8),
                        member -> (long) member.getScore(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    @Override
    public void add(String key, long score, String member) {
        get(commands.zadd(key, score, member.getBytes(UTF_8)));
    }

    @Override
    public void trimChanges() {
        get(commands.xtrim(KEYS.changes(), 0));
    }
}
