// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.ScheduleException;
import java.util.Map;

/**
 * Reads what a Kubernetes CronJob accepts (robfig/cron's standard parser), with its meaning, and ranges that wrap besides. Day of
 * month and day of week are united when both are restricted, in which a step such as {@code *}{@code /2} counts as a restriction.
 */
public final class CronExpression {
    private static final String FIELD = "cron";
    private static final Map<String, String> MACROS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    private CronExpression() {}

    /** @throws ScheduleException of field {@code cron} */
    public static LocalCalendar parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("CRON_TZ=") || trimmed.startsWith("TZ=")) {
            throw new ScheduleException(FIELD, "put the time zone into spec.timeZone");
        }
        String[] fields = (trimmed.startsWith("@") ? macro(trimmed) : trimmed).split("\\s+");
        if (fields.length != 5 || trimmed.isEmpty()) {
            int count = trimmed.isEmpty() ? 0 : fields.length;
            throw new ScheduleException(
                    FIELD, "has " + count + " fields, must have 5: minute, hour, day of month, month, day of week");
        }
        FieldValues dayOfMonth = parse(CronField.DAY_OF_MONTH, fields[2]);
        FieldValues dayOfWeek = parse(CronField.DAY_OF_WEEK, fields[4]);
        TimesOfDay times = new TimesOfDay(
                parse(CronField.MINUTE, fields[0]).bits(),
                parse(CronField.HOUR, fields[1]).bits());
        Days days = new Days(
                parse(CronField.MONTH, fields[3]).bits(),
                dayOfMonth.bits(),
                dayOfWeek.bits(),
                !dayOfMonth.star() && !dayOfWeek.star());
        return LocalCalendar.possible(days, times, Dialect.CRON);
    }

    private static FieldValues parse(CronField field, String text) {
        return FieldParser.parse(field, text, Dialect.CRON);
    }

    private static String macro(String text) {
        if (text.startsWith("@every")) {
            throw new ScheduleException(FIELD, "@every is a period: put it into spec.schedule.every");
        }
        String fields = MACROS.get(text);
        if (fields == null) {
            throw new ScheduleException(
                    FIELD,
                    "unknown macro \"" + text
                            + "\", must be @hourly, @daily, @midnight, @weekly, @monthly, @yearly or @annually");
        }
        return fields;
    }
}
