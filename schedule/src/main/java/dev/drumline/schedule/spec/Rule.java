// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.calendar.CrontabExpression;
import dev.drumline.schedule.calendar.LocalCalendar;
import java.util.List;

/** One kind of schedule with its text as the user wrote it; {@link Schedules#parse} judges and reads it. */
public sealed interface Rule {
    /** The field of a crontab that restricts nothing. */
    String ANY = "*";

    /** The name of the kind in {@code spec.schedule}. */
    String kind();

    /**
     * @param period a GEP-2257 duration of at least 100 ms
     * @param anchorTime an RFC 3339 time that one occurrence falls on, or null for a phase by hash
     */
    record Every(String period, String anchorTime) implements Rule {
        @Override
        public String kind() {
            return "every";
        }
    }

    /** @param expression five fields or a macro, as a Kubernetes CronJob has them */
    record Cron(String expression) implements Rule {
        @Override
        public String kind() {
            return "cron";
        }
    }

    /** @param time the one instant, RFC 3339 */
    record At(String time) implements Rule {
        @Override
        public String kind() {
            return "at";
        }
    }

    /** Celery's own crontab; a field that is given as null is {@code *}. */
    record Crontab(String minute, String hour, String dayOfWeek, String dayOfMonth, String monthOfYear)
            implements Rule {

        public Crontab {
            minute = minute == null ? ANY : minute;
            hour = hour == null ? ANY : hour;
            dayOfWeek = dayOfWeek == null ? ANY : dayOfWeek;
            dayOfMonth = dayOfMonth == null ? ANY : dayOfMonth;
            monthOfYear = monthOfYear == null ? ANY : monthOfYear;
        }

        @Override
        public String kind() {
            return "crontab";
        }

        /** @throws ScheduleException of field {@code crontab} or one below it, such as {@code crontab.dayOfWeek} */
        public LocalCalendar calendar() {
            return CrontabExpression.parse(minute, hour, dayOfWeek, dayOfMonth, monthOfYear);
        }
    }

    /**
     * @param latitude degrees, north positive
     * @param longitude degrees, east positive
     */
    record Solar(String event, double latitude, double longitude) implements Rule {
        @Override
        public String kind() {
            return "solar";
        }
    }

    /** @param text an RFC 5545 recurrence rule */
    record Rrule(String text) implements Rule {
        @Override
        public String kind() {
            return "rrule";
        }
    }

    /**
     * The only rule of those that the user set.
     *
     * @param path where the user wrote it, such as {@code schedules[1]}
     * @throws ScheduleException of that field when there is none or more than one
     */
    static Rule only(String path, List<Rule> given) {
        if (given.size() != 1) {
            throw new ScheduleException(path, "set exactly one of every, cron, crontab, at, solar, rrule");
        }
        return given.getFirst();
    }
}
