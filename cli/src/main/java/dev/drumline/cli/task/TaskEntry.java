// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.time.ZoneId;
import java.util.List;

/** What became of one PeriodicTask of a file. */
public sealed interface TaskEntry {

    /** @param schedule the very function that beats would fire by */
    record Task(TaskName name, ScheduleSpec spec, Schedule schedule, boolean suspended) implements TaskEntry {

        /** The name of the zone whose clock its rules look at. */
        public String timeZone() {
            return spec.timeZone() == null ? "UTC" : spec.timeZone();
        }

        public ZoneId zone() {
            return ZoneId.of(timeZone());
        }
    }

    /**
     * @param what the task, or where in the file it would be
     * @param sentences one for each reason, beginning with the path of the field where there is one
     */
    record Refused(String what, List<String> sentences) implements TaskEntry {}
}
