// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.ScheduleRule;

/** A schedule in words for a person, for the printer column. */
final class ScheduleText {
    private ScheduleText() {}

    static String of(PeriodicTaskSpec spec) {
        ScheduleRule schedule = spec.schedule();
        if (schedule == null) {
            return "";
        }
        if (schedule.every() != null) {
            return "every " + schedule.every();
        }
        if (schedule.at() != null) {
            return "at " + schedule.at();
        }
        String rule = calendarRule(schedule);
        return spec.timeZone() == null ? rule : rule + " " + spec.timeZone();
    }

    private static String calendarRule(ScheduleRule schedule) {
        if (schedule.cron() != null) {
            return "cron " + schedule.cron();
        }
        if (schedule.crontab() != null) {
            return "crontab";
        }
        if (schedule.solar() != null) {
            return "solar";
        }
        return schedule.rrule() == null ? "" : "rrule " + schedule.rrule();
    }
}
