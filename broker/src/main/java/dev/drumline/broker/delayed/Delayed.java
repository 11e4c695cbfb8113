// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.delayed;

import static dev.drumline.broker.redis.Script.arg;
import static dev.drumline.broker.redis.Script.number;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.schedule.partition.Partitions;
import io.lettuce.core.ZAddArgs;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Messages that wait for their eta in Redis, partition by partition, and are put onto their lists by the beats. */
public final class Delayed {

    private static final Script MOVE = Script.of(Delayed.class, "move");

    private final RedisLink link;
    private final Keys keys;

    public Delayed(RedisLink link, Keys keys) {
        this.link = link;
        this.keys = keys;
    }

    /** @param moved messages put onto their lists; stuck: those whose list key holds something else, tried again later */
    public record Moved(long moved, long stuck) {}

    /** Moves what is due, at most {@code limit} messages of each partition. */
    public CompletionStage<Moved> move(Collection<Integer> partitions, int limit) {
        return MOVE.call(link, partitions.stream().map(keys::delayed).toList(), List.of(arg(limit)))
                .thenApply(answer -> new Moved(number(answer.get(0)), number(answer.get(1))));
    }

    /**
     * Keeps a message until its eta. The same message is kept once.
     *
     * @param list the list key that it goes onto, see {@link Keys#queueList}
     * @param partitions of the broker
     */
    public CompletionStage<Long> keep(String taskId, String list, byte[] message, Instant eta, int partitions) {
        return link.commands()
                .zadd(
                        keys.delayed(Partitions.of(taskId, partitions)),
                        ZAddArgs.Builder.nx(),
                        eta.toEpochMilli(),
                        member(list, message));
    }

    /** A message and its list as one member of the sorted set: {@code <list key>\n<message>}. */
    public static byte[] member(String list, byte[] message) {
        byte[] listBytes = arg(list + "\n");
        return ByteBuffer.allocate(listBytes.length + message.length)
                .put(listBytes)
                .put(message)
                .array();
    }
}
