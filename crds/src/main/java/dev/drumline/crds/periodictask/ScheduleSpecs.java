// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

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
    public static ScheduleSpec of(PeriodicTask task) {
        return of(task.getSpec(), task.getMetadata().getCreationTimestamp());
    }

    /**
     * @param createdAt when the task was made, RFC 3339: what {@code maxRuns} is counted from where there is no
     *     {@code startTime}; may be null where neither is needed
     * @throws ScheduleException when not exactly one kind is set
     */
    public static ScheduleSpec of(PeriodicTaskSpec spec, String createdAt) {
        return new ScheduleSpec(
                List.of(rule(spec.schedule())),
                null,
                spec.timeZone(),
                spec.startTime(),
                spec.endTime(),
                spec.spreadSeconds(),
                spec.maxRuns(),
                spec.maxRuns() == null || spec.startTime() != null ? null : createdAt);
    }

    private static Rule rule(ScheduleRule given) {
        return Rule.only(given == null ? List.of() : kinds(given));
    }

    private static List<Rule> kinds(ScheduleRule given) {
        return Stream.of(
                        given.every() == null ? null : new Rule.Every(given.every(), given.anchorTime()),
                        given.cron() == null ? null : new Rule.Cron(given.cron()),
                        crontab(given.crontab()),
                        given.at() == null ? null : new Rule.At(given.at()),
                        solar(given.solar()),
                        given.rrule() == null ? null : new Rule.Rrule(given.rrule()))
                .filter(Objects::nonNull)
                .map(Rule.class::cast)
                .toList();
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
