// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.schedule.Schedule;
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
    private static final long SEED = 11;

    private final Clock clock;
    private final WriteBudget budget;
    private final Map<String, Instant> refreshedAt = new ConcurrentHashMap<>();

    public TimeRefresh(Clock clock, WriteBudget budget) {
        this.clock = clock;
        this.budget = budget;
    }

    /** Whether the step from one status to the other is worth a write; times alone count when a refresh is allowed now. */
    boolean matters(String entryId, PeriodicTaskStatus before, PeriodicTaskStatus after) {
        if (!withoutTimes(before).equals(withoutTimes(after))) {
            refreshedAt.put(entryId, clock.instant());
            return true;
        }
        return !before.equals(after) && isAllowed(entryId);
    }

    private boolean isAllowed(String entryId) {
        Instant now = clock.instant();
        Instant last = refreshedAt.get(entryId);
        boolean allowed = (last == null || !last.plus(LEAST).isAfter(now)) && budget.take();
        if (allowed) {
            refreshedAt.put(entryId, now);
        }
        return allowed;
    }

    void forget(String entryId) {
        refreshedAt.remove(entryId);
    }

    /** How long the times will stay right, within bounds. */
    Duration nextIn(String entryId, Schedule schedule) {
        Instant now = clock.instant();
        Optional<Instant> due = schedule.next(now);
        Optional<Instant> following = due.flatMap(schedule::next);
        if (due.isEmpty()) {
            return LEAST;
        }
        if (following.isPresent()
                && Duration.between(due.get(), following.get()).compareTo(LEAST) < 0) {
            return FAST_TASKS.plusMillis(Long.remainderUnsigned(StableHash.of(entryId, SEED), FAST_TASKS.toMillis()));
        }
        Duration wait = Duration.between(now, due.get()).plusSeconds(1);
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
                null);
    }
}
