// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.redis.Script;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.broker.status.BrokerStatus;
import dev.drumline.broker.status.StatusReader;
import dev.drumline.schedule.Schedule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * A workload in Redis, and what must have come of it in the end.
 *
 * @param partitions of each entry
 * @param firstDueMillis of each entry: its first occurrence after it was stored
 */
public record StoredWorkload(Workload workload, int[] partitions, long[] firstDueMillis) {

    public static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX);
    public static final int PARTITIONS = 64;

    private static final int WRITTEN_AT_ONCE = 20_000;

    public static StoredWorkload write(RedisLink link, Workload workload, PrintWriter progress)
            throws ExecutionException, InterruptedException {
        ScheduleStore store = new ScheduleStore(link, KEYS, PARTITIONS);
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
        return new StoredWorkload(workload, partitions, firstDues(store, workload));
    }

    private static long[] firstDues(ScheduleStore store, Workload workload)
            throws ExecutionException, InterruptedException {
        long[] firstDues = new long[workload.entries()];
        for (int partition = 0; partition < PARTITIONS; partition++) {
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
        List<Mark> marks = marks(link);
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

    /** How far each partition was fired. */
    public static List<Mark> marks(RedisLink link) throws ExecutionException, InterruptedException {
        List<CompletableFuture<byte[]>> answers = KEYS.partitions(PARTITIONS).stream()
                .map(partition -> link.commands().hget(partition, "mark").toCompletableFuture())
                .toList();
        List<Mark> marks = new ArrayList<>();
        for (CompletableFuture<byte[]> answer : answers) {
            marks.add(Mark.parse(Script.text(answer.get())));
        }
        return marks;
    }

    /** What Redis and the beats tell. */
    public static BrokerStatus status(RedisLink link) throws ExecutionException, InterruptedException {
        return new StatusReader(link, KEYS, PARTITIONS)
                .read()
                .toCompletableFuture()
                .get();
    }
}
