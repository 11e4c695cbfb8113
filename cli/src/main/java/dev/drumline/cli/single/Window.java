// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.single;

import dev.drumline.broker.delayed.SingleOccurrences.Single;
import dev.drumline.broker.message.TaskIds;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.List;

/**
 * The occurrences of a task in some window.
 *
 * @param past those that the beats are done with, in order
 * @param leftToBeats how many are still the beats' own
 */
record Window(List<Single> past, int leftToBeats) {

    /**
     * @param from due at it or after
     * @param to due at it or before
     * @param mark how far the task's partition was fired
     * @throws IllegalArgumentException when there are more than {@code limit}
     */
    static Window of(ScheduleEntry entry, Instant from, Instant to, Mark mark, int limit) {
        List<Instant> due = Schedules.parse(entry.schedule(), entry.id()).between(from.minusMillis(1), to, limit + 1);
        if (due.size() > limit) {
            throw new IllegalArgumentException(
                    "the window holds more than " + limit + " occurrences; choose a smaller one, or raise --limit");
        }
        TaskIds ids = TaskIds.ofEntry(entry.id());
        List<Single> past = due.stream()
                .map(Instant::toEpochMilli)
                .filter(millis -> mark.covers(millis, entry.id()))
                .map(millis -> new Single(ids.at(millis), millis))
                .toList();
        return new Window(past, due.size() - past.size());
    }
}
