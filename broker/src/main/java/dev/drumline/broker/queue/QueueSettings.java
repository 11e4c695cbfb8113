// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.queue;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * How many messages each queue may hold. In Redis it is a hash of queue to number, which the operator writes and the
 * beats read; the field {@code *} stands for every queue that has none of its own.
 *
 * @param maxDepths by queue
 */
public record QueueSettings(Map<String, Long> maxDepths) {

    /** The field for all other queues; no queue can have this name. */
    public static final String OTHERS = "*";

    public static final QueueSettings NONE = new QueueSettings(Map.of());

    /** How many messages the queue may hold; 0: any number. */
    public long maxDepth(String queue) {
        return maxDepths.getOrDefault(queue, maxDepths.getOrDefault(OTHERS, 0L));
    }

    public static CompletionStage<QueueSettings> read(RedisLink link, Keys keys) {
        return link.commands().hgetall(keys.queues()).thenApply(stored -> {
            Map<String, Long> maxDepths = new HashMap<>();
            stored.forEach((queue, depth) -> maxDepths.put(queue, Long.parseLong(Script.text(depth))));
            return new QueueSettings(Map.copyOf(maxDepths));
        });
    }

    /** Stores these settings and no others. */
    public CompletionStage<Void> write(RedisLink link, Keys keys) {
        Map<String, byte[]> stored = new HashMap<>();
        maxDepths.forEach((queue, depth) -> stored.put(queue, Script.arg(depth)));
        return link.commands().hgetall(keys.queues()).thenCompose(before -> {
            String[] gone = before.keySet().stream()
                    .filter(queue -> !stored.containsKey(queue))
                    .toArray(String[]::new);
            if (gone.length > 0) {
                link.commands().hdel(keys.queues(), gone);
            }
            return stored.isEmpty()
                    ? CompletableFuture.completedStage(null)
                    : link.commands().hset(keys.queues(), stored).thenApply(added -> null);
        });
    }
}
