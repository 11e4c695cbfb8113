// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CronPropertyTest {
    private static final long Y2000 = 946_684_800L;
    private static final long Y2040 = 2_208_988_800L;

    @Property(tries = 300)
    void shouldAgreeWithTheOracleInUtc(
            @ForAll("expressions") SlowCalendar oracle, @ForAll @LongRange(min = Y2000, max = Y2040) long second) {
        assertSame(oracle, "UTC", Instant.ofEpochSecond(second), Duration.ofDays(14));
    }

    @Property(tries = 700)
    void shouldAgreeWithTheOracleWhereClocksChange(
            @ForAll("expressions") SlowCalendar oracle,
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = Y2000, max = Y2040) long second,
            @ForAll @LongRange(min = -90_000, max = 90_000) long distance) {
        ZoneOffsetTransition change = ZoneId.of(zone).getRules().nextTransition(Instant.ofEpochSecond(second));
        Instant from = change == null ? Instant.ofEpochSecond(second) : change.getInstant();
        assertSame(oracle, zone, from.plusSeconds(distance), Duration.ofDays(3));
    }

    @Property(tries = 500)
    void shouldStrictlyIncreaseOverYears(
            @ForAll("expressions") SlowCalendar oracle,
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = Y2000, max = Y2040) long second) {
        Schedule schedule = parse(oracle, zone);
        long due = second * 1000 + 1;
        for (int i = 0; i < 200; i++) {
            long next = schedule.nextMillis(due);
            assertThat(next).isGreaterThan(due);
            assertThat(schedule.nextMillis(next - 1)).isEqualTo(next);
            assertThat(schedule.nextMillis(due + (next - due) / 2)).isEqualTo(next);
            due = next;
        }
    }

    @Provide
    Arbitrary<SlowCalendar> expressions() {
        return CronText.expressions();
    }

    /** Half an hour (Lord Howe), two hours (Troll), a day left out (Apia, 2011), midnight (Havana), backwards (Casablanca) … */
    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Antarctica/Troll",
                "Pacific/Apia",
                "America/Havana",
                "Africa/Casablanca",
                "America/Santiago",
                "America/St_Johns",
                "Asia/Kathmandu");
    }

    private static void assertSame(SlowCalendar oracle, String zone, Instant after, Duration length) {
        Instant through = after.plus(length);
        ZoneRules rules = ZoneId.of(zone).getRules();
        assertThat(between(parse(oracle, zone), after, through))
                .as("%s in %s after %s", oracle.expression(), zone, after)
                .isEqualTo(oracle.between(after, through, rules));
    }

    private static Schedule parse(SlowCalendar oracle, String zone) {
        try {
            return Schedules.parse(
                    ScheduleSpec.of(new Rule.Cron(oracle.expression())).in(zone), "default/task");
        } catch (ScheduleException e) {
            Assume.that(!e.getMessage().startsWith("never happens"));
            throw e;
        }
    }

    private static List<Instant> between(Schedule schedule, Instant after, Instant through) {
        List<Instant> due = new ArrayList<>();
        Optional<Instant> next = schedule.next(after);
        while (next.isPresent() && !next.get().isAfter(through)) {
            due.add(next.get());
            next = schedule.next(next.get());
        }
        return due;
    }
}
