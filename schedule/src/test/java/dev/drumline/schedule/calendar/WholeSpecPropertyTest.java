// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.schedule.Agreement;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Two calendar rules together, with an exclusion, bounds, a spread and a number of runs, against the oracle and filters. */
class WholeSpecPropertyTest {
    private static final String TASK = "default/task";
    private static final Duration BEFORE = Duration.ofDays(3);
    private static final Duration LENGTH = Duration.ofDays(4);

    @Property
    void shouldYieldWhatItsPartsSay(
            @ForAll Random random,
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = 946_684_800L, max = 2_208_988_800L) long startSecond,
            @ForAll @IntRange(min = 1, max = 200_000) int forSeconds,
            @ForAll @IntRange(min = 0, max = 3600) int spreadSeconds,
            @ForAll @IntRange(min = 1, max = 300) int maxRuns) {
        Instant start = Instant.ofEpochSecond(startSecond);
        SlowClock clock = SlowClock.of(
                start.minus(BEFORE), start.plus(LENGTH), ZoneId.of(zone).getRules());
        SlowCalendar cron = SlowCalendar.random(Dialect.CRON, random);
        SlowCalendar crontab = SlowCalendar.random(Dialect.CRONTAB, random);
        SlowCalendar exclusion = SlowCalendar.random(Dialect.CRON, random);
        ScheduleSpec spec = ScheduleSpec.of(cron.rule(), crontab.rule())
                .in(zone)
                .except(new Exclusion(exclusion.rule(), forSeconds))
                .between(start.toString(), clock.through().toString())
                .spreadOver(spreadSeconds)
                .limitedTo(maxRuns, null);
        Duration spread = spread(spreadSeconds);
        NavigableSet<Instant> windows = new TreeSet<>(exclusion.due(clock));
        List<Instant> due = Stream.concat(cron.due(clock).stream(), crontab.due(clock).stream())
                .distinct()
                .sorted()
                .filter(at -> !isIn(windows, forSeconds, at))
                .map(at -> at.plus(spread))
                .filter(at -> !at.isBefore(start) && !at.isAfter(clock.through()))
                .limit(maxRuns)
                .toList();
        if (due.isEmpty()) {
            assertThatThrownBy(() -> Schedules.parse(spec, TASK)).hasMessageStartingWith("never happens: spec.except");
        } else {
            new Agreement(start.minusMillis(1), clock.through(), due)
                    .check(Schedules.parse(spec, TASK), random, spec.toString());
        }
    }

    private static boolean isIn(NavigableSet<Instant> windows, int forSeconds, Instant at) {
        Instant begin = windows.floor(at);
        return begin != null && at.isBefore(begin.plusSeconds(forSeconds));
    }

    private static Duration spread(int spreadSeconds) {
        Schedule once = Schedules.parse(
                ScheduleSpec.of(new Rule.At("1970-01-01T00:00:00Z")).spreadOver(spreadSeconds), TASK);
        return Duration.ofMillis(once.nextMillis(-1));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                ZoneRulesProvider.getAvailableZoneIds().stream().sorted().toList());
    }
}
