// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import dev.drumline.crds.periodictask.CrontabRule;
import dev.drumline.crds.periodictask.PeriodicTaskSpec;
import dev.drumline.crds.periodictask.ScheduleRule;
import dev.drumline.crds.periodictask.SolarRule;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A resource's schedule in the words of the clockwork. */
public final class ScheduleSpecs {
    private ScheduleSpecs() {}

    /** @throws ScheduleException when not exactly one kind is set */
    public static ScheduleSpec of(PeriodicTaskSpec spec) {
        return new ScheduleSpec(
                List.of(rule(spec.schedule())),
                null,
                spec.timeZone(),
                spec.startTime(),
                spec.endTime(),
                spec.spreadSeconds(),
                null,
                null);
    }

    private static Rule rule(ScheduleRule given) {
        ScheduleRule schedule = given == null ? new ScheduleRule(null, null, null, null, null, null, null) : given;
        return Rule.only(Stream.of(
                        schedule.every() == null ? null : new Rule.Every(schedule.every(), schedule.anchorTime()),
                        schedule.cron() == null ? null : new Rule.Cron(schedule.cron()),
                        crontab(schedule.crontab()),
                        schedule.at() == null ? null : new Rule.At(schedule.at()),
                        solar(schedule.solar()),
                        schedule.rrule() == null ? null : new Rule.Rrule(schedule.rrule()))
                .filter(Objects::nonNull)
                .map(Rule.class::cast)
                .toList());
    }

    private static Rule crontab(CrontabRule crontab) {
        return crontab == null
                ? null
                : new Rule.Crontab(
                        crontab.minute(),
                        crontab.hour(),
                        crontab.dayOfWeek(),
                        crontab.dayOfMonth(),
                        crontab.monthOfYear());
    }

    private static Rule solar(SolarRule solar) {
        return solar == null
                ? null
                : new Rule.Solar(solar.event().name().toLowerCase(Locale.ROOT), solar.latitude(), solar.longitude());
    }
}
