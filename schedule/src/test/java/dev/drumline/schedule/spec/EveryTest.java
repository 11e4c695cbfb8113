// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.FixedPeriod;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.partition.ChiSquare;
import dev.drumline.schedule.partition.Partitions;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryTest {

    @ParameterizedTest
    @CsvSource({
        "100ms,100",
        "500ms,500",
        "10s,10000",
        "1m30s,90000",
        "1h,3600000",
        "1h1m1s1ms,3661001",
        "99999h,359996400000"
    })
    void shouldReadADuration(String text, long millis) {
        assertThat(Periods.parseMillis("schedule.every", text)).isEqualTo(millis);
    }

    @Test
    void shouldFallOnItsAnchorBeforeAndAfter() {
        Schedule schedule = every("10s", "2026-01-01T00:00:03Z");
        assertThat(schedule.next(Instant.parse("2026-01-01T00:00:03Z")))
                .contains(Instant.parse("2026-01-01T00:00:13Z"));
        assertThat(schedule.next(Instant.parse("2026-01-01T00:00:02.999Z")))
                .contains(Instant.parse("2026-01-01T00:00:03Z"));
        assertThat(schedule.next(Instant.parse("1969-12-31T23:59:50Z")))
                .contains(Instant.parse("1969-12-31T23:59:53Z"));
    }

    @Test
    void shouldSpreadPhasesOverThePeriod() {
        long[] second = new long[10];
        for (int i = 0; i < 150_000; i++) {
            long first = Schedules.parse(ScheduleSpec.of(new Rule.Every("10s", null)), "metrics/check-cpu-" + i)
                    .nextMillis(-1);
            second[(int) (first / 1000)]++;
        }
        assertThat(ChiSquare.of(second)).isLessThan(ChiSquare.bound(second.length));
    }

    @Test
    void shouldNotTieThePhaseToThePartition() {
        long[] cells = new long[8 * 10];
        for (int i = 0; i < 80_000; i++) {
            String identity = "metrics/check-cpu-" + i;
            long first = Schedules.parse(ScheduleSpec.of(new Rule.Every("10s", null)), identity)
                    .nextMillis(-1);
            cells[Partitions.of(identity, 8) * 10 + (int) (first / 1000)]++;
        }
        assertThat(ChiSquare.of(cells)).isLessThan(ChiSquare.bound(cells.length));
    }

    @Property
    void shouldBeTheFirstMultipleAfter(
            @ForAll @LongRange(min = 100, max = 100_000) long period,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long anchor,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long after) {
        long expected = anchor;
        while (expected > after) {
            expected -= period;
        }
        while (expected <= after) {
            expected += period;
        }
        assertThat(new FixedPeriod(period, anchor).nextMillis(after)).isEqualTo(expected);
    }

    private static Schedule every(String period, String anchorTime) {
        return Schedules.parse(ScheduleSpec.of(new Rule.Every(period, anchorTime)), "default/task");
    }
}
