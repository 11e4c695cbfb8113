// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.schedule.Schedule;
import java.time.Instant;
import java.util.Optional;

/**
 * The times in a task's status.
 *
 * @param next the first due time after now
 * @param last the last due time that is done, as far as it is known
 */
record TaskTimes(Optional<Instant> next, Optional<Instant> last) {
    /** A task of 100 ms is followed for an hour and a half; the time before that has no last due time. */
    private static final int MAX_STEPS = 50_000;

    static final TaskTimes NONE = new TaskTimes(Optional.empty(), Optional.empty());

    /**
     * @param before the status as it was; its next due time is where the search for the last one begins
     * @param mark how far the task's partition has fired, where that is known
     */
    static TaskTimes of(Schedule schedule, PeriodicTaskStatus before, Instant now, Optional<Instant> mark) {
        Optional<Instant> known = before == null ? Optional.empty() : parse(before.lastScheduleTime());
        Optional<Instant> expected = before == null ? Optional.empty() : parse(before.nextScheduleTime());
        Optional<Instant> from = expected.or(() -> onlyOne(schedule));
        Optional<Instant> last = from.isPresent() && mark.isPresent()
                ? lastUntil(schedule, from.get(), mark.get()).or(() -> known)
                : known;
        return new TaskTimes(schedule.next(now), last);
    }

    /** The occurrence of a schedule that has a single one, which may have passed before the task was ever seen. */
    private static Optional<Instant> onlyOne(Schedule schedule) {
        return schedule.next(Instant.EPOCH).filter(first -> schedule.next(first).isEmpty());
    }

    private static Optional<Instant> lastUntil(Schedule schedule, Instant from, Instant until) {
        Optional<Instant> last = Optional.empty();
        Optional<Instant> due = schedule.next(from.minusMillis(1));
        for (int step = 0; step < MAX_STEPS && due.isPresent() && !due.get().isAfter(until); step++) {
            last = due;
            due = schedule.next(due.get());
        }
        return last;
    }

    private static Optional<Instant> parse(String time) {
        return Optional.ofNullable(time).map(Instant::parse);
    }
}
