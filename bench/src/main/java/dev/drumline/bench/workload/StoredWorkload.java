// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.broker.status.StatusReader;
import dev.drumline.schedule.Schedule;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * A workload in Redis, and what must have come of it in the end.
 *
 * @param partitions of each entry
 * @param firstDueMillis of each entry: its first occurrence after it was stored
 */
public record StoredWorkload(
        Keys keys, int partitionCount, Workload workload, int[] partitions, long[] firstDueMillis) {

    private static final int WRITTEN_AT_ONCE = 20_000;

    public static StoredWorkload write(
            RedisLink link, Keys keys, int partitionCount, Workload workload, PrintWriter progress)
            throws ExecutionException, InterruptedException {
        ScheduleStore store = new ScheduleStore(link, keys, partitionCount);
        for (int from = 0; from < workload.entries(); from += WRITTEN_AT_ONCE) {
            List<ScheduleEntry> chunk = IntStream.range(from, Math.min(from + WRITTEN_AT_ONCE, workload.entries()))
                    .mapToObj(workload::entry)
                    .toList();
            store.edit(chunk, List.of()).toCompletableFuture().get();
        }
        progress.printf("%,d entries of %s stored%n", workload.entries(), workload.period());
        progress.flush();
        int[] partitions = IntStream.range(0, workload.entries())
                .map(entry -> store.partitionOf(workload.id(entry)))
                .toArray();
        return new StoredWorkload(
                keys, partitionCount, workload, partitions, firstDues(store, partitionCount, workload));
    }

    private static long[] firstDues(ScheduleStore store, int partitionCount, Workload workload)
            throws ExecutionException, InterruptedException {
        long[] firstDues = new long[workload.entries()];
        for (int partition = 0; partition < partitionCount; partition++) {
            for (StoredEntry stored :
                    store.entries(partition).toCompletableFuture().get()) {
                int entry = Workload.entryOf(stored.id());
                firstDues[entry] = firstAfter(workload.schedule(entry), stored);
            }
        }
        return firstDues;
    }

    private static long firstAfter(Schedule schedule, StoredEntry stored) {
        Mark after = stored.after();
        long due = schedule.nextMillis(after.dueMillis() - 1);
        return after.covers(due, stored.id()) ? schedule.nextMillis(due) : due;
    }

    /** Holds what has come against the rules and the marks; no beat may run any more. */
    public void judge(RedisLink link, Occurrences occurrences) throws ExecutionException, InterruptedException {
        List<Mark> marks = Marks.read(link, keys, partitionCount);
        for (int entry = 0; entry < workload.entries(); entry++) {
            Schedule schedule = workload.schedule(entry);
            long last = lastDone(schedule, workload.id(entry), marks.get(partitions[entry]));
            occurrences.judge(entry, firstDueMillis[entry], last);
        }
    }

    private static long lastDone(Schedule schedule, String id, Mark mark) {
        long last = schedule.previousMillis(mark.dueMillis() + 1);
        return mark.covers(last, id) ? last : schedule.previousMillis(last);
    }

    /** How many occurrences Redis counts as let go. */
    public long missed(RedisLink link) throws ExecutionException, InterruptedException {
        return new StatusReader(link, keys, partitionCount)
                .read()
                .toCompletableFuture()
                .get()
                .missed();
    }
}
