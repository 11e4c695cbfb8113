// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.status.BrokerStatus;
import dev.drumline.broker.status.StatusReader;
import io.lettuce.core.KeyValue;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Looks at a broker, in one pipeline. */
final class RedisSight {
    private record Partition(long leaseEndMillis, Optional<Instant> mark) {}

    private RedisSight() {}

    static CompletionStage<BrokerSight> look(RedisLink link, Keys keys, int partitions) {
        RedisAsyncCommands<String, byte[]> redis = link.commands();
        CompletableFuture<Long> now = link.millis().toCompletableFuture();
        List<CompletableFuture<Long>> sizes = IntStream.range(0, partitions)
                .mapToObj(p -> redis.hlen(keys.schedule(p)).toCompletableFuture())
                .toList();
        List<CompletableFuture<Partition>> states = IntStream.range(0, partitions)
                .mapToObj(p -> redis.hmget(keys.partition(p), "leaseEnd", "mark")
                        .thenApply(RedisSight::partition)
                        .toCompletableFuture())
                .toList();
        CompletableFuture<String> memory = redis.info("memory").toCompletableFuture();
        CompletableFuture<BrokerStatus> reports =
                new StatusReader(link, keys, partitions).read().toCompletableFuture();
        return join(List.of(join(sizes), join(states), now, memory, reports))
                .thenApply(all ->
                        sight(now.resultNow(), values(sizes), values(states), reports.resultNow(), memory.resultNow()));
    }

    private static BrokerSight sight(
            long nowMillis, List<Long> sizes, List<Partition> states, BrokerStatus reports, String memory) {
        long held = states.stream()
                .filter(state -> state.leaseEndMillis() > nowMillis)
                .count();
        Map<Integer, Instant> marks = new HashMap<>();
        for (int p = 0; p < states.size(); p++) {
            int partition = p;
            states.get(p).mark().ifPresent(mark -> marks.put(partition, mark));
        }
        long schedules = sizes.stream().mapToLong(Long::longValue).sum();
        return new BrokerSight(Instant.ofEpochMilli(nowMillis), reports, (int) held, schedules, marks, evicts(memory));
    }

    private static Partition partition(List<KeyValue<String, byte[]>> fields) {
        String leaseEnd = text(fields.get(0));
        String mark = text(fields.get(1));
        return new Partition(
                leaseEnd == null ? 0 : Long.parseLong(leaseEnd),
                Optional.ofNullable(mark).map(Mark::parse).map(done -> Instant.ofEpochMilli(done.dueMillis())));
    }

    private static String text(KeyValue<String, byte[]> field) {
        return field.hasValue() ? new String(field.getValue(), US_ASCII) : null;
    }

    /** Also when {@code maxmemory} is 0: somebody will set it one day. */
    private static boolean evicts(String memory) {
        return memory.lines().anyMatch(line -> line.startsWith("maxmemory_policy:") && !line.endsWith(":noeviction"));
    }

    private static CompletableFuture<Void> join(List<? extends CompletableFuture<?>> all) {
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private static <T> List<T> values(List<CompletableFuture<T>> done) {
        return done.stream().map(CompletableFuture::resultNow).toList();
    }
}
