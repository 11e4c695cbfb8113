// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import io.lettuce.core.KeyValue;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * How many occurrences of each entry were let go, by reason, since the entry was stored. {@code fire.lua} counts them together
 * with the mark; {@code edit.lua} forgets those of entries that it deletes.
 *
 * @param byEntry by entry id; only entries of which any was let go
 */
public record MissedCounts(Map<String, Map<MissReason, Long>> byEntry) {

    public static final MissedCounts NONE = new MissedCounts(Map.of());

    /** The field of {@link Keys#missed}; a reason has no space. */
    public static String field(String entryId, MissReason reason) {
        return entryId + " " + reason.label();
    }

    public Map<MissReason, Long> of(String entryId) {
        return byEntry.getOrDefault(entryId, Map.of());
    }

    /** Reads all that these partitions count. */
    public static CompletionStage<MissedCounts> read(RedisLink link, Keys keys, Collection<Integer> partitions) {
        List<CompletableFuture<Map<String, byte[]>>> hashes = partitions.stream()
                .map(partition ->
                        link.commands().hgetall(keys.missed(partition)).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(hashes.toArray(CompletableFuture[]::new)).thenApply(all -> {
            Map<String, Map<MissReason, Long>> counts = new HashMap<>();
            hashes.forEach(hash -> hash.resultNow().forEach((field, count) -> add(counts, field, count)));
            return new MissedCounts(counts);
        });
    }

    /** Reads what is counted of one entry. */
    static CompletionStage<Map<MissReason, Long>> read(RedisLink link, Keys keys, int partition, String entryId) {
        String[] fields = Stream.of(MissReason.values())
                .map(reason -> field(entryId, reason))
                .toArray(String[]::new);
        return link.commands().hmget(keys.missed(partition), fields).thenApply(values -> {
            Map<String, Map<MissReason, Long>> counts = new HashMap<>();
            values.stream().filter(KeyValue::hasValue).forEach(count -> add(counts, count.getKey(), count.getValue()));
            return counts.getOrDefault(entryId, Map.of());
        });
    }

    private static void add(Map<String, Map<MissReason, Long>> counts, String field, byte[] count) {
        int space = field.lastIndexOf(' ');
        MissReason.ofLabel(field.substring(space + 1)).ifPresent(reason -> counts.computeIfAbsent(
                        field.substring(0, space), entry -> new EnumMap<>(MissReason.class))
                .put(reason, Long.parseLong(Script.text(count))));
    }
}
