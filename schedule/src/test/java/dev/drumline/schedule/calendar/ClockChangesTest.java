// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Agreement;
import dev.drumline.schedule.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every clock change of every time zone from 2000 to 2040, each with a few random rules against the oracle. */
class ClockChangesTest {
    private static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2041-01-01T00:00:00Z");
    private static final Duration AROUND = Duration.ofHours(8);
    private static final int RULES = 2;

    private final Seed seed = Seed.of(ClockChangesTest.class);
    private final Random random = seed.random();

    @Test
    void shouldAgreeWithTheOracleAtEveryClockChangeOfEveryZone() {
        int changes = 0;
        for (String zone : distinctZones()) {
            ZoneRules rules = ZoneId.of(zone).getRules();
            for (ZoneOffsetTransition change : changes(rules)) {
                compareAround(change, zone, rules);
                changes++;
            }
        }
        assertThat(changes).as("clock changes seen").isGreaterThan(6000);
    }

    private void compareAround(ZoneOffsetTransition change, String zone, ZoneRules rules) {
        Duration around = AROUND.plus(change.getDuration().abs());
        SlowClock clock = SlowClock.of(
                change.getInstant().minus(around), change.getInstant().plus(around), rules);
        for (Dialect dialect : Dialect.values()) {
            for (int i = 0; i < RULES; i++) {
                SlowCalendar oracle = SlowCalendar.random(dialect, random);
                String description = oracle.rule() + " in " + zone + " at " + change.getInstant() + ", " + seed;
                new Agreement(clock.after(), clock.through(), oracle.due(clock))
                        .check(oracle.in(zone), random, description);
            }
        }
    }

    /** One zone of all those whose clocks show the same in these years. */
    private static Collection<String> distinctZones() {
        Map<List<Object>, String> zones = new HashMap<>();
        for (String zone : ZoneRulesProvider.getAvailableZoneIds()) {
            ZoneRules rules = ZoneId.of(zone).getRules();
            zones.merge(List.of(rules.getOffset(BEGIN), changes(rules)), zone, (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
        return zones.values().stream().sorted().toList();
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        return Stream.iterate(
                        rules.nextTransition(BEGIN),
                        change -> change != null && change.getInstant().isBefore(END),
                        change -> rules.nextTransition(change.getInstant()))
                .toList();
    }
}
