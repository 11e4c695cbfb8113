// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.delayed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.MemoryRedis;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code move.lua} on {@link MemoryRedis}. Members are bytes, here as ISO 8859-1. */
public final class MemoryMove {

    private static final long LATER_MILLIS = 60_000;

    private final MemoryRedis redis;
    private final Keys keys;

    public MemoryMove(MemoryRedis redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    public static String member(String list, byte[] message) {
        return new String(Delayed.member(list, message), ISO_8859_1);
    }

    public Delayed.Moved move(Collection<Integer> partitions, int limit) {
        long moved = 0;
        long stuck = 0;
        for (int partition : new TreeSet<>(partitions)) {
            String key = keys.delayed(partition);
            List<String> due = redis.zrangebyscore(key, Long.MIN_VALUE, redis.millis());
            for (String member : due.subList(0, Math.min(limit, due.size()))) {
                if (move(member)) {
                    redis.zrem(key, member);
                    moved++;
                } else {
                    redis.zadd(key, redis.millis() + LATER_MILLIS, member);
                    stuck++;
                }
            }
        }
        return new Delayed.Moved(moved, stuck);
    }

    private boolean move(String member) {
        int lineFeed = member.indexOf('\n');
        String list = member.substring(0, Math.max(0, lineFeed));
        if (lineFeed < 0 || !Set.of("list", "none").contains(redis.type(list))) {
            return false;
        }
        redis.lpush(list, member.substring(lineFeed + 1).getBytes(ISO_8859_1));
        return true;
    }
}
