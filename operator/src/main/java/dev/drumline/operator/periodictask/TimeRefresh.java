// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.schedule.Bounded;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.Times;
import dev.drumline.schedule.partition.StableHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When the times in a status are refreshed: at most once in a minute per task, within a budget for all, and rarely for
 * tasks that are due many times a minute, whose status could never be right anyway.
 */
@ApplicationScoped
public class TimeRefresh {
    static final Duration LEAST = Duration.ofSeconds(60);
    static final Duration FAST_TASKS = Duration.ofMinutes(10);
    static final Duration MOST = Duration.ofHours(24);
    /** The marks of a broker are read every five seconds; after this they tell of an occurrence that was fired in time. */
    static final Duration SEEN = Duration.ofSeconds(10);

    private static final long SEED = 11;

    private final Clock clock;
    private final WriteBudget budget;
    private final Map<String, Instant> refreshedAt = new ConcurrentHashMap<>();

    public TimeRefresh(Clock clock, WriteBudget budget) {
        this.clock = clock;
        this.budget = budget;
    }

    /** Whether the step from one status to the other is worth a write; times and counts alone count when a refresh is allowed now. */
    boolean matters(String entryId, PeriodicTaskStatus before, PeriodicTaskStatus after) {
        if (!withoutTimes(before).equals(withoutTimes(after))) {
            refreshedAt.put(entryId, clock.instant());
            return true;
        }
        return !before.equals(after) && isAllowed(entryId);
    }

    private boolean isAllowed(String entryId) {
        boolean allowed = isAllowedAgain(entryId) && budget.take();
        if (allowed) {
            refreshedAt.put(entryId, clock.instant());
        }
        return allowed;
    }

    /** Whether the last refresh of this task is long enough ago. */
    boolean isAllowedAgain(String entryId) {
        Instant last = refreshedAt.get(entryId);
        return last == null || !last.plus(LEAST).isAfter(clock.instant());
    }

    void forget(String entryId) {
        refreshedAt.remove(entryId);
    }

    /** How long the status will stay right: until the times in it are over, within bounds, and no longer than until the task is. */
    Duration nextIn(String entryId, Schedule schedule) {
        Instant now = clock.instant();
        Optional<Instant> due = schedule.next(now);
        if (due.isEmpty()) {
            return LEAST;
        }
        Duration wait = timesStayRight(entryId, schedule, now, due.get());
        return end(schedule)
                .map(end -> Duration.between(now, end).plus(SEEN))
                .filter(untilEnd -> untilEnd.compareTo(wait) < 0)
                .orElse(wait);
    }

    /** When a task that has an end, or a number of runs, will be over. */
    private static Optional<Instant> end(Schedule schedule) {
        return schedule instanceof Bounded bounded && bounded.endMillis() < Times.MAX_MILLIS
                ? Optional.of(Instant.ofEpochMilli(bounded.endMillis()))
                : Optional.empty();
    }

    private Duration timesStayRight(String entryId, Schedule schedule, Instant now, Instant due) {
        Optional<Instant> following = schedule.next(due);
        if (following.isPresent() && Duration.between(due, following.get()).compareTo(LEAST) < 0) {
            return FAST_TASKS.plusMillis(Long.remainderUnsigned(StableHash.of(entryId, SEED), FAST_TASKS.toMillis()));
        }
        Duration wait = Duration.between(now, due).plusSeconds(1);
        return wait.compareTo(LEAST) < 0 ? LEAST : wait.compareTo(MOST) > 0 ? MOST : wait;
    }

    private static PeriodicTaskStatus withoutTimes(PeriodicTaskStatus status) {
        return new PeriodicTaskStatus(
                status.conditions(),
                status.observedGeneration(),
                status.schedule(),
                status.partition(),
                null,
                null,
                null,
                null,
                status.lastRunNow());
    }
}
