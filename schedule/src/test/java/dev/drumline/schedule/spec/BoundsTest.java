// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.Times;
import dev.drumline.schedule.partition.ChiSquare;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final ScheduleSpec HOURLY = ScheduleSpec.of(new Rule.Cron("@hourly"));

    @Test
    void shouldIncludeBothBounds() {
        Schedule schedule =
                Schedules.parse(HOURLY.between("2026-01-01T01:00:00Z", "2026-01-01T05:00:00+02:00"), "default/task");
        assertThat(all(schedule))
                .containsExactly("2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z", "2026-01-01T03:00:00Z");
    }

    @Test
    void shouldAcceptASingleOccurrenceAtEitherBound() {
        ScheduleSpec daily = ScheduleSpec.of(new Rule.Cron("@daily"));
        ScheduleSpec first = daily.between("2026-01-01T00:00:00Z", "2026-01-01T23:00:00Z");
        assertThat(all(Schedules.parse(first, "default/task"))).containsExactly("2026-01-01T00:00:00Z");
        ScheduleSpec last = daily.between("2025-12-31T01:00:00Z", "2026-01-01T00:00:00Z");
        assertThat(all(Schedules.parse(last, "default/task"))).containsExactly("2026-01-01T00:00:00Z");
    }

    @Test
    void shouldCountRunsFromTheStartOn() {
        ScheduleSpec counted = HOURLY.between("2026-01-01T01:00:00Z", null);
        assertThat(all(Schedules.parse(counted.limitedTo(1, null), "default/task")))
                .containsExactly("2026-01-01T01:00:00Z");
        assertThat(all(Schedules.parse(counted.limitedTo(3, null), "default/task")))
                .containsExactly("2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z", "2026-01-01T03:00:00Z");
    }

    /** Exceptions are made before the spread, bounds after it. */
    @Test
    void shouldBoundTheSameWithAndWithoutExceptions() {
        // Given
        long hour = Instant.parse("2026-01-01T05:00:00Z").toEpochMilli();
        ScheduleSpec spread = HOURLY.spreadOver(600);
        long shift = Schedules.parse(spread, "default/task").nextMillis(hour) - hour;
        Instant justBefore = Instant.ofEpochMilli(hour + shift / 2);
        // When
        ScheduleSpec bounded = spread.between(
                justBefore.toString(),
                Instant.ofEpochMilli(hour + 3_600_000 + shift).toString());
        ScheduleSpec excepted = bounded.except(new Exclusion(new Rule.Cron("* * * * sun"), null));
        // Then
        assertThat(all(Schedules.parse(excepted, "default/task")))
                .isEqualTo(all(Schedules.parse(bounded, "default/task")))
                .hasSize(2);
    }

    @Test
    void shouldHappenOnceAtAnInstant() {
        Schedule schedule = Schedules.parse(ScheduleSpec.of(new Rule.At("2026-12-24T18:00:00.250Z")), "default/task");
        assertThat(all(schedule)).containsExactly("2026-12-24T18:00:00.250Z");
        assertThat(schedule.next(Instant.parse("2026-12-24T18:00:00.249999Z"))).isPresent();
        assertThat(schedule.next(Instant.parse("2026-12-24T18:00:00.250Z"))).isEmpty();
    }

    @Test
    void shouldShiftByTheSameTimeEachTime() {
        // Given
        Schedule plain = Schedules.parse(HOURLY, "default/task");
        Schedule spread = Schedules.parse(HOURLY.spreadOver(600), "default/task");
        // When
        long shift = spread.nextMillis(-1) - plain.nextMillis(-1);
        // Then
        assertThat(shift).isBetween(1L, 599_999L);
        long due = -1;
        for (int i = 0; i < 100; i++) {
            due = spread.nextMillis(due);
            assertThat(due).isEqualTo(i * 3_600_000L + shift);
        }
    }

    @Test
    void shouldSpreadIdentitiesEvenly() {
        long[] minutes = new long[10];
        for (int i = 0; i < 20_000; i++) {
            Schedule spread = Schedules.parse(HOURLY.spreadOver(600), "default/report-" + i);
            minutes[(int) (spread.nextMillis(3_599_999) - 3_600_000) / 60_000]++;
        }
        assertThat(ChiSquare.of(minutes)).isLessThan(ChiSquare.bound(minutes.length));
    }

    @Test
    void shouldAnswerAtTheEndsOfTime() {
        Schedule schedule = Schedules.parse(HOURLY, "default/task");
        assertThat(schedule.next(Instant.MIN)).contains(Instant.parse("0000-01-01T00:00:00Z"));
        assertThat(schedule.next(Instant.MAX)).isEmpty();
        assertThat(schedule.next(Instant.parse("9999-12-31T22:30:00Z")))
                .contains(Instant.parse("9999-12-31T23:00:00Z"));
        assertThat(schedule.next(Instant.parse("9999-12-31T23:00:00Z"))).isEmpty();
        assertThat(schedule.nextMillis(Long.MIN_VALUE)).isEqualTo(Times.MIN_MILLIS);
        assertThat(schedule.nextMillis(Long.MAX_VALUE)).isEqualTo(Schedule.NEVER);
    }

    private static List<String> all(Schedule schedule) {
        List<String> found = new ArrayList<>();
        Optional<Instant> next = schedule.next(Instant.MIN);
        while (next.isPresent()) {
            found.add(next.get().toString());
            next = schedule.next(next.get());
        }
        return found;
    }
}
