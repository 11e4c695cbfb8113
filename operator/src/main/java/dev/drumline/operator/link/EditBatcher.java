// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.link;

import dev.drumline.broker.schedule.ScheduleEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gathers single edits of a broker's schedules for a few milliseconds and sends them together, so that a thousand
 * resources that are applied at once bounce a partition a few times, not a thousand times.
 */
public final class EditBatcher {
    static final Duration LINGER = Duration.ofMillis(5);

    private record Edit(String id, Optional<ScheduleEntry> entry, CompletableFuture<Void> done) {}

    private final BrokerSchedules schedules;
    private final ScheduledExecutorService timer;
    private final ConcurrentLinkedQueue<Edit> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private CompletableFuture<?> previous = CompletableFuture.completedFuture(null);

    public EditBatcher(BrokerSchedules schedules, ScheduledExecutorService timer) {
        this.schedules = schedules;
        this.timer = timer;
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
            timer.schedule(this::flush, LINGER.toMillis(), TimeUnit.MILLISECONDS);
        }
        return edit.done();
    }

    /** Sends what waits, after what was sent before: two edits of one entry must not overtake each other. */
    synchronized void flush() {
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
