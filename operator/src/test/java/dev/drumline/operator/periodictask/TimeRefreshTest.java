// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.operator.testing.SettableClock;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeRefreshTest {
    private final SettableClock clock = new SettableClock("2026-11-24T08:00:30Z");
    private final TimeRefresh refresh = new TimeRefresh(clock, new WriteBudget(2, clock));

    @Test
    void shouldAlwaysWriteWhatIsMoreThanTimes() {
        assertThat(refresh.matters("a", status("every 10s", "1"), status("every 20s", "1")))
                .isTrue();
        assertThat(refresh.matters("a", status("every 20s", "1"), status("every 10s", "1")))
                .isTrue();
    }

    @Test
    void shouldRefreshTimesOfATaskAtMostOnceInAMinute() {
        assertThat(refresh.matters("a", status("every 10s", "1"), status("every 10s", "2")))
                .isTrue();
        clock.advance(Duration.ofSeconds(59));
        assertThat(refresh.matters("a", status("every 10s", "2"), status("every 10s", "3")))
                .isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(refresh.matters("a", status("every 10s", "2"), status("every 10s", "3")))
                .isTrue();
    }

    @Test
    void shouldStayWithinTheBudgetOfASecond() {
        List<Boolean> written = IntStream.range(0, 5)
                .mapToObj(i -> refresh.matters("task" + i, status("every 10s", "1"), status("every 10s", "2")))
                .toList();
        assertThat(written).containsExactly(true, true, false, false, false);
    }

    @Test
    void shouldLookAtSlowTasksWhenTheyAreDueAndAtFastOnesRarely() {
        assertThat(refresh.nextIn("a", cron("0 9 * * *"))).isEqualTo(Duration.ofSeconds(3571));
        assertThat(refresh.nextIn("a", cron("* * * * *"))).isEqualTo(Duration.ofSeconds(60));
        assertThat(refresh.nextIn("a", parse(new Rule.Every("10s", null))))
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(20));
    }

    @Test
    void shouldLookAgainWhenATaskIsOver() {
        ScheduleSpec fast = ScheduleSpec.of(new Rule.Every("1s", "2026-01-01T00:00:00Z"));
        Schedule ending = Schedules.parse(fast.between(null, "2026-11-24T08:00:40Z"), "shop/check");
        Schedule thrice = Schedules.parse(fast.limitedTo(3, "2026-11-24T08:00:30.5Z"), "shop/check");
        assertThat(refresh.nextIn("a", ending)).isEqualTo(Duration.ofSeconds(20));
        assertThat(refresh.nextIn("a", thrice)).isEqualTo(Duration.ofSeconds(13));
        // And when nobody has said that its last occurrence is done
        clock.advance(Duration.ofSeconds(11));
        assertThat(refresh.nextIn("a", ending)).isEqualTo(Duration.ofSeconds(60));
    }

    private static Schedule cron(String expression) {
        return parse(new Rule.Cron(expression));
    }

    private static Schedule parse(Rule rule) {
        return Schedules.parse(ScheduleSpec.of(rule), "shop/check");
    }

    private static PeriodicTaskStatus status(String schedule, String next) {
        return new PeriodicTaskStatus(List.of(), 1L, schedule, 1, next, null, null, null, null);
    }
}
