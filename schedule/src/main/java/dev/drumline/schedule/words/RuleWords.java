// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import dev.drumline.schedule.calendar.CronExpression;
import dev.drumline.schedule.spec.Instants;
import dev.drumline.schedule.spec.Periods;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** One rule in words, beginning with a capital letter and without a full stop. */
final class RuleWords {
    private RuleWords() {}

    /** @param spec the schedule that it is part of: a recurrence rule takes from its start what it leaves open */
    static String of(Rule rule, ScheduleSpec spec) {
        return switch (rule) {
            case Rule.Every every -> every(every);
            case Rule.Cron cron -> CalendarWords.of(CronExpression.parse(cron.expression()));
            case Rule.At at -> "Once, at " + instant("at", at.time());
            case Rule.Solar solar -> solar(solar);
            case Rule.Rrule rrule -> RruleWords.of(rrule.text(), start(spec));
            case Rule.Crontab crontab -> CalendarWords.of(crontab.calendar());
        };
    }

    /** Whether the rule names times on a clock on the wall, and so looks at the time zone. */
    static boolean isLocal(Rule rule) {
        return rule instanceof Rule.Cron || rule instanceof Rule.Crontab || rule instanceof Rule.Rrule;
    }

    /** The local time that a recurrence rule counts from. */
    private static LocalDateTime start(ScheduleSpec spec) {
        if (spec.startTime() == null) {
            return LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);
        }
        ZoneId zone = ZoneId.of(spec.timeZone() == null ? "UTC" : spec.timeZone());
        return LocalDateTime.ofInstant(instant("startTime", spec.startTime()), zone)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    static Instant instant(String field, String text) {
        return Instant.ofEpochMilli(Instants.parseMillis(field, text));
    }

    private static String every(Rule.Every rule) {
        String phase = rule.anchorTime() == null
                ? "at a phase derived from the task's name"
                : "counted from " + instant("anchorTime", rule.anchorTime());
        return PeriodWords.every(Periods.parseMillis("every", rule.period())) + ", " + phase;
    }

    private static String solar(Rule.Solar rule) {
        String event =
                switch (rule.event()) {
                    case "dawn_astronomical" -> "astronomical dawn";
                    case "dawn_nautical" -> "nautical dawn";
                    case "dawn_civil" -> "civil dawn";
                    case "dusk_civil" -> "civil dusk";
                    case "dusk_nautical" -> "nautical dusk";
                    case "dusk_astronomical" -> "astronomical dusk";
                    default -> rule.event().replace('_', ' ');
                };
        return "At " + event + " at " + degrees(rule.latitude(), "N", "S") + ", " + degrees(rule.longitude(), "E", "W");
    }

    private static String degrees(double degrees, String positive, String negative) {
        String number =
                BigDecimal.valueOf(Math.abs(degrees)).stripTrailingZeros().toPlainString();
        return number + "° " + (degrees < 0 ? negative : positive);
    }
}
