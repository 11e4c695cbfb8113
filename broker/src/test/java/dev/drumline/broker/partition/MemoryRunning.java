// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.MemoryRedis;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of {@code fire.lua}, what Forbid and Replace need, on {@link MemoryRedis}. Nobody hears what is published. */
final class MemoryRunning {

    private static final long REVOKED_KEPT_MILLIS = 86_400_000;
    private static final Pattern STATUS = Pattern.compile("^\\s*\\{\\s*\"status\"\\s*:\\s*\"([A-Z]+)\"");
    private static final Set<String> ENDED = Set.of("SUCCESS", "FAILURE", "REVOKED");

    private final MemoryRedis redis;
    private final Keys keys;

    MemoryRunning(MemoryRedis redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    /** The task id of the entry's occurrence that has not ended, or null. */
    String unfinished(String entryId) {
        String id = text(keys.running(entryId));
        return id == null || hasEnded(id) ? null : id;
    }

    private boolean hasEnded(String taskId) {
        String result = text(Keys.result(taskId));
        Matcher status = STATUS.matcher(result == null ? "" : result);
        return status.find() && ENDED.contains(status.group(1));
    }

    private String text(String key) {
        return redis.type(key).equals("string") ? redis.get(key) : null;
    }

    void revoke(String taskId) {
        String key = keys.revoked();
        if (!Set.of("zset", "none").contains(redis.type(key))) {
            return;
        }
        List<String> known = redis.zrangebyscore(key, Long.MIN_VALUE, Long.MAX_VALUE);
        long newest = known.isEmpty() ? 0 : redis.zscore(key, known.getLast());
        redis.zadd(key, Math.max(redis.millis(), newest + 1), taskId);
        redis.zrangebyscore(key, Long.MIN_VALUE, redis.millis() - REVOKED_KEPT_MILLIS)
                .forEach(old -> redis.zrem(key, old));
    }
}
