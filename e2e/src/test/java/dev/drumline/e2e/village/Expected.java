// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.village;

import dev.drumline.broker.message.TaskIds;
import dev.drumline.schedule.Schedule;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The task ids of all occurrences that schedules yield in a span of time. */
public final class Expected {

    private Expected() {}

    /**
     * @param schedules by entry id
     * @param to not included
     */
    public static Set<String> ids(Map<String, Schedule> schedules, Instant from, Instant to) {
        Set<String> ids = new HashSet<>();
        schedules.forEach((entryId, schedule) -> {
            TaskIds taskIds = TaskIds.ofEntry(entryId);
            for (long due = schedule.nextMillis(from.toEpochMilli() - 1);
                    due < to.toEpochMilli();
                    due = schedule.nextMillis(due)) {
                ids.add(taskIds.at(due));
            }
        });
        return ids;
    }
}
