// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.periodictask.PeriodicTaskStatus;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskTimesTest {
    private static final Schedule EVERY_MINUTE =
            Schedules.parse(ScheduleSpec.of(new Rule.Cron("* * * * *")), "shop/check");
    private static final Instant NOW = Instant.parse("2026-11-24T08:10:30Z");

    @Test
    void shouldKnowTheNextDueTimeAtOnce() {
        assertThat(TaskTimes.of(EVERY_MINUTE, null, NOW, Optional.empty()))
                .isEqualTo(new TaskTimes(Optional.of(Instant.parse("2026-11-24T08:11:00Z")), Optional.empty()));
    }

    @Test
    void shouldFindTheLastDueTimeThatIsDone() {
        var times = TaskTimes.of(
                EVERY_MINUTE,
                expecting("2026-11-24T08:05:00Z"),
                NOW,
                Optional.of(Instant.parse("2026-11-24T08:09:59Z")));
        assertThat(times.last()).contains(Instant.parse("2026-11-24T08:09:00Z"));
    }

    @Test
    void shouldKeepTheLastDueTimeWhileNothingIsDone() {
        var before = new PeriodicTaskStatus(
                null, 1L, "", 1, "2026-11-24T08:05:00Z", "2026-11-24T08:04:00Z", null, null, null);
        var times = TaskTimes.of(EVERY_MINUTE, before, NOW, Optional.of(Instant.parse("2026-11-24T08:04:30Z")));
        assertThat(times.last()).contains(Instant.parse("2026-11-24T08:04:00Z"));
    }

    @Test
    void shouldNotCountWhatLiesBeforeTheTask() {
        Optional<Instant> mark = Optional.of(Instant.parse("2026-11-24T08:09:59Z"));
        assertThat(TaskTimes.of(EVERY_MINUTE, null, NOW, mark).last()).isEmpty();
        assertThat(TaskTimes.of(EVERY_MINUTE, expecting("2026-11-24T08:10:00Z"), NOW, mark)
                        .last())
                .isEmpty();
    }

    @Test
    void shouldFindTheLastDueTimeHoweverManyLieBehind() {
        Schedule fast = Schedules.parse(ScheduleSpec.of(new Rule.Every("100ms", "2026-01-01T00:00:00Z")), "shop/check");
        var times = TaskTimes.of(fast, expecting("2026-01-01T00:00:00Z"), NOW, Optional.of(NOW));
        assertThat(times.last()).contains(NOW);
    }

    private static PeriodicTaskStatus expecting(String next) {
        return new PeriodicTaskStatus(null, 1L, "", 1, next, null, null, null, null);
    }
}
