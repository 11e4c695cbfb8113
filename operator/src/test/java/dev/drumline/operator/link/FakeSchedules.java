// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.MissedCounts;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.schedule.partition.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Schedules in memory, with a switch for an outage and a record of every call. */
public final class FakeSchedules implements BrokerSchedules {
    private static final int PARTITIONS = 64;

    private final Map<String, ScheduleEntry> entries = new LinkedHashMap<>();
    private final List<Integer> editSizes = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private Optional<List<StoredEntry>> found = Optional.empty();
    private final Map<String, Map<MissReason, Long>> missed = new LinkedHashMap<>();
    private final Set<String> queued = new LinkedHashSet<>();
    private boolean down;

    /** What {@link #stored} answers, instead of what was written here. */
    public void find(List<StoredEntry> stored) {
        found = Optional.of(stored);
    }

    public void goDown() {
        down = true;
    }

    public void comeBack() {
        down = false;
    }

    public Map<String, ScheduleEntry> entries() {
        return entries;
    }

    /** How many entries each call to {@link #edit} brought. */
    public List<Integer> editSizes() {
        return editSizes;
    }

    public void miss(String entryId, MissReason reason, long count) {
        missed.computeIfAbsent(entryId, id -> new EnumMap<>(MissReason.class)).put(reason, count);
    }

    /** The task ids of what was queued outside any rule. */
    public Set<String> queued() {
        return queued;
    }

    @Override
    public int partitionOf(String entryId) {
        return Partitions.of(entryId, PARTITIONS);
    }

    private <T> CompletionStage<T> answer(Supplier<T> answer) {
        return down
                ? CompletableFuture.failedStage(new IllegalStateException("connection refused"))
                : CompletableFuture.completedStage(answer.get());
    }

    @Override
    public CompletionStage<MissedCounts> missed() {
        return answer(() -> {
            Map<String, Map<MissReason, Long>> now = new HashMap<>();
            missed.forEach((entryId, counts) -> now.put(entryId, Map.copyOf(counts)));
            return new MissedCounts(now);
        });
    }

    @Override
    public CompletionStage<Map<MissReason, Long>> missed(String entryId) {
        return answer(() -> missed.getOrDefault(entryId, Map.of()));
    }

    @Override
    public CompletionStage<Boolean> queueNow(ScheduleEntry entry, String taskId) {
        return answer(() -> queued.add(taskId));
    }

    @Override
    public CompletionStage<Long> edit(Collection<ScheduleEntry> upserts, Collection<String> deletes) {
        return answer(() -> {
            editSizes.add(upserts.size() + deletes.size());
            upserts.forEach(entry -> entries.put(entry.id(), entry));
            deletes.forEach(entries::remove);
            deletes.forEach(missed::remove);
            return (long) upserts.size() + deletes.size();
        });
    }

    @Override
    public CompletionStage<Long> begin(Instant checkpoint, Instant oldest) {
        begun.add(checkpoint + " " + oldest);
        return CompletableFuture.completedStage((long) PARTITIONS);
    }

    /** Each call to {@link #begin}: checkpoint and oldest mark. */
    public List<String> begun() {
        return begun;
    }

    @Override
    public int partitions() {
        return PARTITIONS;
    }

    @Override
    public CompletionStage<List<StoredEntry>> stored(int partition) {
        List<StoredEntry> all = found.orElseGet(() -> entries.values().stream()
                .map(entry -> StoredEntry.of(entry, Mark.before(0)))
                .toList());
        return CompletableFuture.completedStage(all.stream()
                .filter(entry -> partitionOf(entry.id()) == partition)
                .toList());
    }
}
