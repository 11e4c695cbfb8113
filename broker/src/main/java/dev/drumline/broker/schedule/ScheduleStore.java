// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.schedule;

import static dev.drumline.broker.redis.Script.arg;
import static dev.drumline.broker.redis.Script.number;
import static dev.drumline.broker.redis.Script.text;

import dev.drumline.broker.Keys;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.schedule.partition.Partitions;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The schedules of a broker, as the operator writes them. Writing the same again changes nothing. */
public final class ScheduleStore {

    /** A chunk bounces its partition's beat once, and holds Redis up for well under a millisecond. */
    public static final int CHUNK = 200;

    private static final Script EDIT = Script.of(ScheduleStore.class, "edit");
    private static final Script BEGIN = Script.of(ScheduleStore.class, "begin");
    private static final long CHANGES_KEPT = 10_000;

    private final RedisLink link;
    private final Keys keys;
    private final int partitions;

    /** @param partitions of the broker, as it was made */
    public ScheduleStore(RedisLink link, Keys keys, int partitions) {
        this.link = link;
        this.keys = keys;
        this.partitions = partitions;
    }

    public int partitionOf(String entryId) {
        return Partitions.of(entryId, partitions);
    }

    /**
     * Writes and deletes entries, chunk by chunk, all partitions at once.
     *
     * @return completes when all of it is stored, with the number of entries that were changed; when it fails, any part
     *     may be stored: repeat
     */
    public CompletionStage<Long> edit(Collection<ScheduleEntry> upserts, Collection<String> deletes) {
        return edit(upserts, deletes, Optional.empty());
    }

    /**
     * As {@link #edit(Collection, Collection)}. In partitions that have lost their marks, entries begin at the checkpoint, and
     * nothing is fired before {@link #begin}.
     *
     * @param checkpoint up to which everything is done; empty for a broker that has only just begun
     */
    public CompletionStage<Long> edit(
            Collection<ScheduleEntry> upserts, Collection<String> deletes, Optional<Instant> checkpoint) {
        String resume = checkpoint.map(at -> Long.toString(at.toEpochMilli())).orElse("");
        Map<Integer, List<ScheduleEntry>> written = new HashMap<>();
        Map<Integer, List<String>> deleted = new HashMap<>();
        upserts.forEach(entry -> at(written, entry.id()).add(entry));
        deletes.forEach(id -> at(deleted, id).add(id));
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        written.forEach((partition, entries) ->
                chunks(entries).forEach(chunk -> calls.add(edit(partition, chunk, List.of(), resume))));
        deleted.forEach(
                (partition, ids) -> chunks(ids).forEach(chunk -> calls.add(edit(partition, List.of(), chunk, resume))));
        return CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
                .thenApply(all ->
                        calls.stream().mapToLong(CompletableFuture::resultNow).sum());
    }

    private <T> List<T> at(Map<Integer, List<T>> byPartition, String id) {
        return byPartition.computeIfAbsent(partitionOf(id), partition -> new ArrayList<>());
    }

    private static <T> Stream<List<T>> chunks(List<T> all) {
        return Stream.iterate(0, from -> from < all.size(), from -> from + CHUNK)
                .map(from -> all.subList(from, Math.min(from + CHUNK, all.size())));
    }

    private CompletableFuture<Long> edit(
            int partition, List<ScheduleEntry> upserts, List<String> deletes, String resume) {
        List<byte[]> arguments = new ArrayList<>(
                List.of(arg(partition), arg(CHANGES_KEPT), arg(MissReason.labels()), arg(resume), arg(upserts.size())));
        for (ScheduleEntry entry : upserts) {
            StoredEntry.Lines lines = StoredEntry.lines(entry);
            arguments.addAll(List.of(arg(entry.id()), arg(lines.rule()), arg(lines.task())));
            arguments.addAll(single(entry));
        }
        deletes.forEach(id -> arguments.add(arg(id)));
        List<String> keyList = List.of(
                keys.schedule(partition),
                keys.partition(partition),
                keys.changes(),
                keys.delayed(partition),
                keys.missed(partition));
        return EDIT.call(link, keyList, arguments)
                .thenApply(answer -> number(answer.get(1)))
                .toCompletableFuture();
    }

    /**
     * Lets partitions be fired that have no mark, or one older than the oldest: from the checkpoint on.
     *
     * @return how many these were
     */
    public CompletionStage<Long> begin(Instant checkpoint, Instant oldest) {
        List<byte[]> arguments = List.of(arg(checkpoint.toEpochMilli()), arg(oldest.toEpochMilli()));
        return BEGIN.call(link, keys.partitions(partitions), arguments).thenApply(answer -> number(answer.getFirst()));
    }

    /** A single instant and its message, for the case that it has passed when Redis accepts it. */
    private static List<byte[]> single(ScheduleEntry entry) {
        List<Rule> rules = entry.schedule().rules();
        Optional<Instant> instant = rules.size() == 1 && rules.getFirst() instanceof Rule.At
                ? Schedules.parse(entry.schedule(), entry.id()).next(Instant.EPOCH)
                : Optional.empty();
        if (instant.isEmpty()) {
            return List.of(arg(""), arg(""));
        }
        long due = instant.get().toEpochMilli();
        MessageTemplate template = MessageTemplate.of(entry.id(), entry.call(), entry.delivery(), "operator");
        return List.of(arg(due), Delayed.member(template.list(), template.message(due, due)));
    }

    /** The entry as it is stored. */
    public CompletionStage<Optional<StoredEntry>> entry(String id) {
        return link.commands().hget(keys.schedule(partitionOf(id)), id).thenApply(stored -> Optional.ofNullable(stored)
                .map(text -> new StoredEntry(id, text(text))));
    }

    /** How far the entry's partition was fired; empty where nothing was ever stored there. */
    public CompletionStage<Optional<Mark>> mark(String entryId) {
        return link.commands()
                .hget(keys.partition(partitionOf(entryId)), "mark")
                .thenApply(mark -> Optional.ofNullable(mark).map(Script::text).map(Mark::parse));
    }

    /** What was let go of every entry. */
    public CompletionStage<MissedCounts> missed() {
        return MissedCounts.read(
                link, keys, IntStream.range(0, partitions).boxed().toList());
    }

    /** What was let go of this entry, by reason. */
    public CompletionStage<Map<MissReason, Long>> missed(String entryId) {
        return MissedCounts.read(link, keys, partitionOf(entryId), entryId);
    }

    /** All entries of one partition as they are stored. */
    public CompletionStage<List<StoredEntry>> entries(int partition) {
        return link.commands().hgetall(keys.schedule(partition)).thenApply(stored -> stored.entrySet().stream()
                .map(field -> new StoredEntry(field.getKey(), text(field.getValue())))
                .toList());
    }
}
