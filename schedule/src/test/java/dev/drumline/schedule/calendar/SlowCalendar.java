// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.calendar.SlowClock.Minute;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The oracle for cron and crontab: asks every minute whether it is due, straight from the words of the policy. */
record SlowCalendar(
        Dialect dialect, CronText minute, CronText hour, CronText dayOfMonth, CronText month, CronText dayOfWeek) {

    /** A rule that happens, mostly often, and mostly in the small hours, where the clocks change. */
    static SlowCalendar random(Dialect dialect, Random random) {
        return happening(() -> new SlowCalendar(
                dialect,
                CronText.random(CronField.MINUTE, dialect, random),
                hours(dialect, random),
                seldom(CronField.DAY_OF_MONTH, dialect, random),
                seldom(CronField.MONTH, dialect, random),
                seldom(CronField.DAY_OF_WEEK, dialect, random)));
    }

    /** A rule of one time of day in daylight, on days that come seldom: at times once in 40 years. */
    static SlowCalendar rare(Dialect dialect, Random random) {
        return happening(() -> new SlowCalendar(
                dialect,
                CronText.value(random.nextInt(60)),
                CronText.value(random.nextInt(6, 24)),
                CronText.value(random.nextInt(28, 32)),
                CronText.value(random.nextInt(1, 13)),
                random.nextInt(3) == 0 ? CronText.star(CronField.DAY_OF_WEEK) : CronText.value(random.nextInt(7))));
    }

    private static CronText hours(Dialect dialect, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> CronText.star(CronField.HOUR);
            case 1 -> CronText.item(CronField.HOUR, 3, dialect, random);
            default -> CronText.random(CronField.HOUR, dialect, random);
        };
    }

    private static CronText seldom(CronField field, Dialect dialect, Random random) {
        return random.nextInt(3) < 2 ? CronText.star(field) : CronText.random(field, dialect, random);
    }

    private static SlowCalendar happening(Supplier<SlowCalendar> random) {
        return Stream.generate(random).filter(SlowCalendar::happens).findFirst().orElseThrow();
    }

    private boolean happens() {
        return days(2000, 2028).findAny().isPresent();
    }

    /** The local times of a rare rule. */
    Stream<LocalDateTime> times(int fromYear, int untilYear) {
        return days(fromYear, untilYear).map(day -> day.atTime(first(hour), first(minute)));
    }

    private Stream<LocalDate> days(int fromYear, int untilYear) {
        return LocalDate.of(fromYear, 1, 1)
                .datesUntil(LocalDate.of(untilYear, 1, 1))
                .filter(this::matches);
    }

    private static int first(CronText field) {
        return field.values().iterator().next();
    }

    Rule rule() {
        return dialect == Dialect.CRON
                ? new Rule.Cron(
                        String.join(" ", minute.text(), hour.text(), dayOfMonth.text(), month.text(), dayOfWeek.text()))
                : new Rule.Crontab(minute.text(), hour.text(), dayOfWeek.text(), dayOfMonth.text(), month.text());
    }

    Schedule in(String zone) {
        return Schedules.parse(ScheduleSpec.of(rule()).in(zone), "default/task");
    }

    List<Instant> due(SlowClock clock) {
        return clock.minutes().stream().filter(this::isDue).map(Minute::at).toList();
    }

    private boolean isDue(Minute minute) {
        boolean everyHour = hour.values().size() == 24;
        return matches(minute.local()) && (!minute.again() || everyHour)
                || !minute.skipped().isEmpty() && minute.skipped().stream().anyMatch(this::matches);
    }

    private boolean matches(LocalDateTime local) {
        return minute.values().contains(local.getMinute())
                && hour.values().contains(local.getHour())
                && matches(local.toLocalDate());
    }

    private boolean matches(LocalDate date) {
        boolean monthDay = dayOfMonth.values().contains(date.getDayOfMonth());
        boolean weekDay = dayOfWeek.values().contains(date.getDayOfWeek().getValue() % 7);
        boolean both = dialect == Dialect.CRONTAB || dayOfMonth.star() || dayOfWeek.star();
        return month.values().contains(date.getMonthValue()) && (both ? monthDay && weekDay : monthDay || weekDay);
    }
}
