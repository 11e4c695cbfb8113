// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.broker.schedule.MissReason;
import dev.drumline.broker.schedule.MissedCounts;
import dev.drumline.crds.periodictask.MissedOccurrences;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.condition.Reasons;
import dev.drumline.operator.entry.EntryIds;
import dev.drumline.operator.event.Events;
import dev.drumline.operator.link.Await;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLink;
import dev.drumline.operator.link.BrokerSight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was let go of each task. Read every ten seconds where anything was; a task that begins to miss has an event, and gets
 * its status refreshed. Both within the budget of writes: when 150,000 tasks miss at once, they take turns.
 */
@ApplicationScoped
public class MissedWatch {
    static final Duration INTERVAL = Duration.ofSeconds(10);
    /** A deleted entry's counts go without a sign; what is read is never older than this. */
    static final Duration LONGEST = Duration.ofMinutes(5);
    /** Who missed nothing for so long begins anew. */
    static final Duration QUIET = Duration.ofMinutes(10);

    private static final int MOST_WOKEN = 200;

    private record Read(Instant readAt, long missed, MissedCounts counts) {}

    private final TaskDirectory directory;
    private final TimeRefresh refresh;
    private final WriteBudget budget;
    private final Events events;
    private final Conditions conditions;
    private final Clock clock;
    private final Map<BrokerId, Read> lastRead = new ConcurrentHashMap<>();
    private final Map<String, Instant> missedAt = new ConcurrentHashMap<>();

    public MissedWatch(
            TaskDirectory directory,
            TimeRefresh refresh,
            WriteBudget budget,
            Events events,
            Conditions conditions,
            Clock clock) {
        this.directory = directory;
        this.refresh = refresh;
        this.budget = budget;
        this.events = events;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** @throws dev.drumline.operator.link.RedisUnreachableException when Redis doesn't answer */
    void check(BrokerId broker, BrokerLink link, BrokerSight sight) {
        Read before = lastRead.get(broker);
        long missed = sight.reports().missed();
        if (before != null && !isDue(before, missed)) {
            return;
        }
        Read now =
                new Read(clock.instant(), missed, Await.answer(link.schedules().missed()));
        lastRead.put(broker, now);
        int room = MOST_WOKEN;
        for (PeriodicTask task : directory.tasksOf(broker)) {
            if (tellIfMissing(task, before, now) && room > 0 && refresh.isAllowedAgain(EntryIds.of(task))) {
                directory.wake(task);
                room--;
            }
        }
    }

    private boolean isDue(Read before, long missed) {
        Duration age = Duration.between(before.readAt(), clock.instant());
        return age.compareTo(INTERVAL) >= 0 && missed != before.missed() || age.compareTo(LONGEST) >= 0;
    }

    /** Whether more was let go of the task than before. */
    private boolean tellIfMissing(PeriodicTask task, Read before, Read now) {
        String id = EntryIds.of(task);
        String reasons = grown(
                now.counts().of(id),
                before == null ? reported(task) : before.counts().of(id));
        if (reasons.isEmpty()) {
            return false;
        }
        Instant last = missedAt.get(id);
        boolean begins = last == null || last.plus(QUIET).isBefore(now.readAt());
        if (!begins || budget.take()) {
            missedAt.put(id, now.readAt());
            if (begins) {
                String message = "occurrences are let go (" + reasons + "); status.missed counts them";
                events.tell(task, conditions.no(task, "Missed", Reasons.OCCURRENCES_MISSED, message));
            }
        }
        return true;
    }

    /** The reasons for which there are more than before. */
    private static String grown(Map<MissReason, Long> now, Map<MissReason, Long> before) {
        return Stream.of(MissReason.values())
                .filter(reason -> now.getOrDefault(reason, 0L) > before.getOrDefault(reason, 0L))
                .map(MissReason::label)
                .collect(Collectors.joining(", "));
    }

    private static Map<MissReason, Long> reported(PeriodicTask task) {
        return task.getStatus() == null
                ? Map.of()
                : Missed.counts(task.getStatus().missed());
    }

    /** What is known to be let go of the task since its entry was stored; null where that is nothing. */
    MissedOccurrences of(PeriodicTask task) {
        Read read = lastRead.get(TaskDirectory.brokerOf(task));
        return read == null && task.getStatus() != null
                ? task.getStatus().missed()
                : Missed.occurrences(read == null ? Map.of() : read.counts().of(EntryIds.of(task)));
    }

    void forget(String entryId) {
        missedAt.remove(entryId);
    }
}
