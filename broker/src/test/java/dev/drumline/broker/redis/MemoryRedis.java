// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import static java.util.Comparator.comparing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What our scripts need of Redis, in memory: the commands that they call, on typed keys that expire, by a clock that stands until
 * it is set. One thread; the same calls always leave the same.
 */
public final class MemoryRedis {

    private static final long NEVER = Long.MAX_VALUE;

    private Map<String, Value> values = new HashMap<>();
    private long micros;

    /** A command met a key that holds something else. */
    public static final class WrongTypeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public WrongTypeException(String key, String type) {
            super("WRONGTYPE " + key + " is a " + type);
        }
    }

    /** @param data by type: String, LinkedHashMap (hash), ArrayDeque (list), TreeMap (sorted set), MemoryStream */
    private record Value(Object data, long expiresAtMillis) {

        String type() {
            return switch (data) {
                case String text -> "string";
                case LinkedHashMap<?, ?> hash -> "hash";
                case ArrayDeque<?> list -> "list";
                case TreeMap<?, ?> sortedSet -> "zset";
                default -> "stream";
            };
        }

        Value copy() {
            return switch (data) {
                case LinkedHashMap<?, ?> hash -> new Value(new LinkedHashMap<>(hash), expiresAtMillis);
                case ArrayDeque<?> list -> new Value(new ArrayDeque<>(list), expiresAtMillis);
                case TreeMap<?, ?> sortedSet -> new Value(new TreeMap<>(sortedSet), expiresAtMillis);
                case MemoryStream stream -> new Value(stream.copy(), expiresAtMillis);
                default -> this;
            };
        }
    }

    /** All keys as they were at some time; the clock is no part of it. */
    public static final class Snapshot {
        private final Map<String, Value> values;

        private Snapshot(Map<String, Value> values) {
            this.values = values;
        }
    }

    public Snapshot snapshot() {
        return new Snapshot(copy(values));
    }

    public void restore(Snapshot snapshot) {
        values = copy(snapshot.values);
    }

    private static Map<String, Value> copy(Map<String, Value> values) {
        Map<String, Value> copy = new HashMap<>();
        values.forEach((key, value) -> copy.put(key, value.copy()));
        return copy;
    }

    /** The clock, since the epoch. */
    public long micros() {
        return micros;
    }

    public long millis() {
        return micros / 1_000;
    }

    public void setMicros(long now) {
        micros = now;
    }

    public String type(String key) {
        Value value = value(key);
        return value == null ? "none" : value.type();
    }

    public void del(String key) {
        values.remove(key);
    }

    public void set(String key, String text) {
        values.put(key, new Value(text, NEVER));
    }

    public void set(String key, String text, long expiresInMillis) {
        values.put(key, new Value(text, millis() + expiresInMillis));
    }

    public String get(String key) {
        return read(key, "string");
    }

    public String hget(String key, String field) {
        Map<String, String> hash = read(key, "hash");
        return hash == null ? null : hash.get(field);
    }

    public Map<String, String> hgetall(String key) {
        Map<String, String> hash = read(key, "hash");
        return hash == null ? Map.of() : new LinkedHashMap<>(hash);
    }

    public void hset(String key, String field, String value) {
        Map<String, String> hash = write(key, "hash", new LinkedHashMap<String, String>());
        hash.put(field, value);
    }

    public long hincrby(String key, String field, long by) {
        String old = hget(key, field);
        long value = (old == null ? 0 : Long.parseLong(old)) + by;
        hset(key, field, Long.toString(value));
        return value;
    }

    public void hdel(String key, String field) {
        Map<String, String> hash = read(key, "hash");
        if (hash != null && hash.remove(field) != null && hash.isEmpty()) {
            del(key);
        }
    }

    public int llen(String key) {
        Collection<byte[]> list = read(key, "list");
        return list == null ? 0 : list.size();
    }

    public void lpush(String key, byte[] item) {
        ArrayDeque<byte[]> list = write(key, "list", new ArrayDeque<byte[]>());
        list.addFirst(item);
    }

    public byte[] rpop(String key) {
        ArrayDeque<byte[]> list = read(key, "list");
        if (list == null) {
            return null;
        }
        byte[] item = list.removeLast();
        if (list.isEmpty()) {
            del(key);
        }
        return item;
    }

    /** All items, the one that was pushed last before the others. */
    public List<byte[]> lrange(String key) {
        Collection<byte[]> list = read(key, "list");
        return list == null ? List.of() : List.copyOf(list);
    }

    public void zadd(String key, long score, String member) {
        Map<String, Long> sortedSet = write(key, "zset", new TreeMap<String, Long>());
        sortedSet.put(member, score);
    }

    public void zrem(String key, String member) {
        Map<String, Long> sortedSet = read(key, "zset");
        if (sortedSet != null && sortedSet.remove(member) != null && sortedSet.isEmpty()) {
            del(key);
        }
    }

    public Long zscore(String key, String member) {
        Map<String, Long> sortedSet = read(key, "zset");
        return sortedSet == null ? null : sortedSet.get(member);
    }

    /** Members with scores from min to max, in order. */
    public List<String> zrangebyscore(String key, long min, long max) {
        Map<String, Long> sortedSet = read(key, "zset");
        if (sortedSet == null) {
            return List.of();
        }
        List<Map.Entry<String, Long>> found = new ArrayList<>();
        for (var member : sortedSet.entrySet()) {
            if (member.getValue() >= min && member.getValue() <= max) {
                found.add(member);
            }
        }
        // Members of one score are in order already.
        found.sort(comparing(Map.Entry::getValue));
        return found.stream().map(Map.Entry::getKey).toList();
    }

    /** The stream, to be read; an empty one when there is none. */
    public MemoryStream stream(String key) {
        MemoryStream stream = read(key, "stream");
        return stream == null ? new MemoryStream() : stream;
    }

    /** Adds an entry and keeps only so many of the newest. */
    public void xadd(String key, int keep, Map<String, String> body) {
        MemoryStream stream = write(key, "stream", new MemoryStream());
        stream.add(millis(), body);
        stream.trim(keep);
    }

    private Value value(String key) {
        Value value = values.get(key);
        if (value != null && value.expiresAtMillis() <= millis()) {
            values.remove(key);
            return null;
        }
        return value;
    }

    private <T> T write(String key, String type, T fresh) {
        T data = read(key, type);
        if (data == null) {
            values.put(key, new Value(fresh, NEVER));
            return fresh;
        }
        return data;
    }

    @SuppressWarnings("unchecked")
    private <T> T read(String key, String type) {
        Value value = value(key);
        if (value == null) {
            return null;
        }
        if (!value.type().equals(type)) {
            throw new WrongTypeException(key, value.type());
        }
        return (T) value.data();
    }
}
