// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Agreement;
import dev.drumline.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** cron and crontab against the oracle; where clocks change it is {@link ClockChangesTest} that asks. */
class CronPropertyTest {
    private static final long Y2000 = 946_684_800L;
    private static final long Y2040 = 2_208_988_800L;

    @Property
    void shouldAgreeWithTheOracleForDays(
            @ForAll Dialect dialect,
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = Y2000, max = Y2040) long second,
            @ForAll Random random) {
        SlowCalendar oracle = SlowCalendar.random(dialect, random);
        Instant after = Instant.ofEpochSecond(second);
        SlowClock clock = SlowClock.of(
                after, after.plus(Duration.ofDays(4)), ZoneId.of(zone).getRules());
        new Agreement(clock.after(), clock.through(), oracle.due(clock))
                .check(oracle.in(zone), random, oracle.rule() + " in " + zone);
    }

    @Property
    void shouldAgreeWithTheOracleForDecadesOnDaysThatComeSeldom(
            @ForAll Dialect dialect, @ForAll("zonesOfWholeDays") String zone, @ForAll Random random) {
        SlowCalendar oracle = SlowCalendar.rare(dialect, random);
        List<Instant> due = oracle.times(1990, 2110)
                .map(time -> time.atZone(ZoneId.of(zone)).toInstant())
                .toList();
        new Agreement(startOf(1990, zone).minusMillis(1), startOf(2110, zone).minusMillis(1), due)
                .check(oracle.in(zone), random, oracle.rule() + " in " + zone);
    }

    @Property
    void shouldStrictlyIncreaseAndLookBackOverYears(
            @ForAll Dialect dialect,
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = Y2000, max = Y2040) long second,
            @ForAll Random random) {
        Schedule schedule = SlowCalendar.random(dialect, random).in(zone);
        long after = second * 1000 + 1;
        long due = after;
        for (int i = 1; i <= 200; i++) {
            long next = schedule.nextMillis(due);
            assertThat(next).isGreaterThan(due);
            assertThat(schedule.nextMillis(next - 1)).isEqualTo(next);
            assertThat(schedule.nextMillis(due + (next - due) / 2)).isEqualTo(next);
            assertThat(schedule.previousMillis(next + 1)).isEqualTo(next);
            assertThat(schedule.previousMillis(due + (next - due) / 2 + 1)).isEqualTo(schedule.previousMillis(due + 1));
            assertThat(schedule.count(after, next)).isEqualTo(i);
            due = next;
        }
    }

    private static Instant startOf(int year, String zone) {
        return LocalDate.of(year, 1, 1).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                ZoneRulesProvider.getAvailableZoneIds().stream().sorted().toList());
    }

    /** No clock change left out or repeated a time of theirs from 06:00 on. */
    @Provide
    Arbitrary<String> zonesOfWholeDays() {
        return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");
    }
}
