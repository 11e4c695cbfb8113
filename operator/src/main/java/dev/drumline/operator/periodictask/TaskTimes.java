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
    static final TaskTimes NONE = new TaskTimes(Optional.empty(), Optional.empty());

    /**
     * @param before the status as it was; what lies before its next due time was never this task's to fire
     * @param mark how far the task's partition has fired, where that is known
     */
    static TaskTimes of(Schedule schedule, PeriodicTaskStatus before, Instant now, Optional<Instant> mark) {
        Optional<Instant> known = before == null ? Optional.empty() : parse(before.lastScheduleTime());
        Optional<Instant> expected = before == null ? Optional.empty() : parse(before.nextScheduleTime());
        Optional<Instant> from = expected.or(() -> onlyOne(schedule));
        Optional<Instant> last = mark.flatMap(done -> schedule.previous(done.plusMillis(1)))
                .filter(due -> from.isPresent() && !due.isBefore(from.get()));
        return new TaskTimes(schedule.next(now), last.or(() -> known));
    }

    /** The occurrence of a schedule that has a single one, which may have passed before the task was ever seen. */
    private static Optional<Instant> onlyOne(Schedule schedule) {
        return schedule.next(Instant.EPOCH).filter(first -> schedule.next(first).isEmpty());
    }

    private static Optional<Instant> parse(String time) {
        return Optional.ofNullable(time).map(Instant::parse);
    }
}
