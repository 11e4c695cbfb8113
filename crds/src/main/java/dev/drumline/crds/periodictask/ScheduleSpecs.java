// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A resource's schedule in the words of the clockwork. */
public final class ScheduleSpecs {
    private static final int MOST_RULES = 16;

    private ScheduleSpecs() {}

    /** @throws ScheduleException when the rules are not those that the schema asks for: one kind each, and not too many */
    public static ScheduleSpec of(PeriodicTask task) {
        return of(task.getSpec(), task.getMetadata().getCreationTimestamp());
    }

    /**
     * @param createdAt when the task was made, RFC 3339: what {@code maxRuns} is counted from where there is no
     *     {@code startTime}; may be null where neither is needed
     * @throws ScheduleException as above
     */
    public static ScheduleSpec of(PeriodicTaskSpec spec, String createdAt) {
        return new ScheduleSpec(
                rules(spec),
                spec.schedules() != null,
                exclusions(spec),
                spec.timeZone(),
                spec.startTime(),
                spec.endTime(),
                spec.spreadSeconds(),
                spec.maxRuns(),
                spec.maxRuns() == null || spec.startTime() != null ? null : createdAt);
    }

    private static List<Rule> rules(PeriodicTaskSpec spec) {
        if ((spec.schedule() == null) == (spec.schedules() == null)) {
            throw new ScheduleException("", "set exactly one of schedule, schedules");
        }
        if (spec.schedule() != null) {
            return List.of(Rule.only("schedule", kinds(spec.schedule())));
        }
        List<ScheduleRule> given = spec.schedules();
        if (given.isEmpty() || given.size() > MOST_RULES) {
            throw new ScheduleException("schedules", "list 1 to " + MOST_RULES + " rules");
        }
        return IntStream.range(0, given.size())
                .mapToObj(i -> Rule.only("schedules[" + i + "]", kinds(given.get(i))))
                .toList();
    }

    private static List<Exclusion> exclusions(PeriodicTaskSpec spec) {
        List<ExceptRule> given = spec.except() == null ? List.of() : spec.except();
        if (given.size() > MOST_RULES) {
            throw new ScheduleException("except", "list at most " + MOST_RULES + " rules");
        }
        return IntStream.range(0, given.size())
                .mapToObj(i -> new Exclusion(
                        Rule.only("except[" + i + "]", kinds(given.get(i).begin())),
                        given.get(i).forSeconds()))
                .toList();
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
