// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.schedule.ScheduleEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gathers single edits of a broker's schedules for a moment and sends them together, so that a thousand
 * resources that are applied at once bounce a partition a few times, not a thousand times.
 */
public final class EditBatcher {
    private record Edit(String id, Optional<ScheduleEntry> entry, CompletableFuture<Void> done) {}

    private final BrokerSchedules schedules;
    private final Executor later;
    private final ConcurrentLinkedQueue<Edit> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private CompletableFuture<?> previous = CompletableFuture.completedFuture(null);

    /** @param later runs what it is given a moment later; the longer, the fuller the batches */
    public EditBatcher(BrokerSchedules schedules, Executor later) {
        this.schedules = schedules;
        this.later = later;
    }

    public CompletionStage<Void> write(ScheduleEntry entry) {
        return add(new Edit(entry.id(), Optional.of(entry), new CompletableFuture<>()));
    }

    public CompletionStage<Void> delete(String entryId) {
        return add(new Edit(entryId, Optional.empty(), new CompletableFuture<>()));
    }

    private CompletionStage<Void> add(Edit edit) {
        waiting.add(edit);
        if (scheduled.compareAndSet(false, true)) {
            later.execute(this::flush);
        }
        return edit.done();
    }

    /** Sends what waits, after what was sent before: two edits of one entry must not overtake each other. */
    private synchronized void flush() {
        scheduled.set(false);
        List<Edit> batch = new ArrayList<>();
        for (Edit edit = waiting.poll(); edit != null; edit = waiting.poll()) {
            batch.add(edit);
        }
        previous = previous.handle((done, fault) -> null)
                .thenCompose(done -> send(batch))
                .whenComplete((count, fault) -> batch.forEach(edit -> complete(edit, fault)));
    }

    private CompletionStage<Long> send(List<Edit> batch) {
        Map<String, Optional<ScheduleEntry>> last = new LinkedHashMap<>();
        batch.forEach(edit -> last.put(edit.id(), edit.entry()));
        List<ScheduleEntry> upserts =
                last.values().stream().flatMap(Optional::stream).toList();
        List<String> deletes = last.entrySet().stream()
                .filter(edit -> edit.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return schedules.edit(upserts, deletes);
    }

    private static void complete(Edit edit, Throwable fault) {
        if (fault == null) {
            edit.done().complete(null);
        } else {
            edit.done().completeExceptionally(RedisUnreachableException.of(fault));
        }
    }
}
