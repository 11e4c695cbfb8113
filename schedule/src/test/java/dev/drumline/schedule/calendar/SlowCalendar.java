// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The oracle: asks every minute whether it is due, straight from the words of the policy. */
record SlowCalendar(CronText minute, CronText hour, CronText dayOfMonth, CronText month, CronText dayOfWeek) {

    String expression() {
        return String.join(" ", minute.text(), hour.text(), dayOfMonth.text(), month.text(), dayOfWeek.text());
    }

    List<Instant> between(Instant after, Instant through, ZoneRules zone) {
        List<Instant> due = new ArrayList<>();
        Instant at = after.truncatedTo(ChronoUnit.MINUTES);
        while (!at.isAfter(through)) {
            if (at.isAfter(after) && isDue(at, zone)) {
                due.add(at);
            }
            at = at.plus(Duration.ofMinutes(1));
        }
        return due;
    }

    private boolean isDue(Instant at, ZoneRules zone) {
        ZoneOffset offset = zone.getOffset(at);
        LocalDateTime local = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, offset);
        boolean firstTime = zone.getValidOffsets(local).getFirst().equals(offset);
        return matches(local) && (firstTime || hour.values().size() == 24) || endsASkippedMatch(at, zone);
    }

    private boolean endsASkippedMatch(Instant at, ZoneRules zone) {
        ZoneOffsetTransition change = zone.previousTransition(at.plusNanos(1));
        if (change == null || !change.isGap() || !change.getInstant().equals(at)) {
            return false;
        }
        return change.getDateTimeBefore()
                .toLocalDate()
                .datesUntil(change.getDateTimeAfter().toLocalDate().plusDays(1))
                .flatMap(day -> IntStream.range(0, 1440)
                        .mapToObj(m -> day.atStartOfDay().plusMinutes(m)))
                .filter(skipped -> !skipped.isBefore(change.getDateTimeBefore()))
                .filter(skipped -> skipped.isBefore(change.getDateTimeAfter()))
                .anyMatch(this::matches);
    }

    private boolean matches(LocalDateTime local) {
        boolean monthDay = dayOfMonth.values().contains(local.getDayOfMonth());
        boolean weekDay = dayOfWeek.values().contains(local.getDayOfWeek().getValue() % 7);
        boolean both = dayOfMonth.star() || dayOfWeek.star();
        return minute.values().contains(local.getMinute())
                && hour.values().contains(local.getHour())
                && month.values().contains(local.getMonthValue())
                && (both ? monthDay && weekDay : monthDay || weekDay);
    }
}
