// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.ScheduleException;

/**
 * Reads Celery's {@code crontab}, with its meaning: all five fields must match. Every form of the grammar that celery/schedules.py
 * documents is accepted; what its regular expressions let through besides ({@code 10-20-30}, {@code monkey}, {@code *}{@code /70}) is
 * refused.
 */
public final class CrontabExpression {
    private CrontabExpression() {}

    /**
     * The fields in the order of Celery's constructor.
     *
     * @throws ScheduleException of field {@code crontab} or one below it, such as {@code crontab.dayOfWeek}
     */
    public static LocalCalendar parse(
            String minute, String hour, String dayOfWeek, String dayOfMonth, String monthOfYear) {
        TimesOfDay times = new TimesOfDay(bits(CronField.MINUTE, minute), bits(CronField.HOUR, hour));
        long weekdays = bits(CronField.DAY_OF_WEEK, dayOfWeek);
        long days = bits(CronField.DAY_OF_MONTH, dayOfMonth);
        long months = bits(CronField.MONTH, monthOfYear);
        return LocalCalendar.possible(new Days(months, days, weekdays, false), times, Dialect.CRONTAB);
    }

    private static long bits(CronField field, String text) {
        return FieldParser.parse(field, text, Dialect.CRONTAB).bits();
    }
}
