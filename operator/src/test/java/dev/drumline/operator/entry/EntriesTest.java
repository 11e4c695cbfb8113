// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.schedule.MissPolicy;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.operator.testing.Samples;
import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import org.junit.jupiter.api.Test;

class EntriesTest {
    @Test
    void shouldGiveDefaultsWhereTheTaskSaysNothing() {
        ScheduleEntry entry = Entries.of(Samples.task());
        assertThat(entry.id()).isEqualTo("shop/check");
        assertThat(entry.schedule()).isEqualTo(ScheduleSpec.of(new Rule.Every("10s", null)));
        assertThat(entry.call().args()).isEmpty();
        assertThat(entry.call().kwargs()).isEmpty();
        assertThat(entry.delivery()).isEqualTo(new Delivery("celery", null, null, null, true, null, null));
        assertThat(entry.policy()).isEqualTo(new MissPolicy(null, MissPolicy.CatchUp.LATEST));
    }

    @Test
    void shouldCarrySeveralRulesAndWhatBoundsThemIntoTheEntry() {
        // Given
        PeriodicTask task = Samples.task(
                "schedules: [{every: 10s}, {cron: '0 3 * * *'}]", "except: [{cron: '* * * * sun'}]", "maxRuns: 5");
        task.getMetadata().setCreationTimestamp("2026-11-24T08:00:00Z");
        // When
        ScheduleEntry entry = Entries.of(task);
        // Then
        assertThat(entry.schedule())
                .isEqualTo(ScheduleSpec.of(new Rule.Every("10s", null), new Rule.Cron("0 3 * * *"))
                        .except(new Exclusion(new Rule.Cron("* * * * sun"), 60))
                        .limitedTo(5, "2026-11-24T08:00:00Z"));
    }

    @Test
    void shouldCarryEveryFieldIntoTheEntry() {
        // When
        ScheduleEntry entry = Entries.of(Samples.task(
                "schedule: {cron: '0 3 * * *'}",
                "timeZone: Europe/Berlin",
                "startTime: '2026-01-01T00:00:00Z'",
                "endTime: '2027-01-01T00:00:00Z'",
                "spreadSeconds: 60",
                "startingDeadlineSeconds: 30",
                "catchUp: All",
                "args: [42, {deep: 1.50}]",
                "kwargs: {metric: cpu}",
                "queue: metrics",
                "priority: 3",
                "expiresSeconds: 10",
                "headers: {tenant: blue}",
                "ignoreResult: false",
                "timeLimitSeconds: 30",
                "softTimeLimitSeconds: 20"));
        // Then
        assertThat(entry.schedule())
                .isEqualTo(ScheduleSpec.of(new Rule.Cron("0 3 * * *"))
                        .in("Europe/Berlin")
                        .between("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
                        .spreadOver(60));
        assertThat(entry.call().args().toString()).isEqualTo("[42,{\"deep\":1.5}]");
        assertThat(entry.call().kwargs().toString()).isEqualTo("{\"metric\":\"cpu\"}");
        assertThat(entry.delivery())
                .isEqualTo(new Delivery(
                        "metrics",
                        3,
                        10L,
                        Json.object().put("tenant", "blue"),
                        false,
                        new Delivery.TimeLimits(30L, 20L),
                        null));
        assertThat(entry.policy()).isEqualTo(new MissPolicy(30L, MissPolicy.CatchUp.ALL));
    }

    @Test
    void shouldAskForAResultWhereTheEndOfARunMatters() {
        Delivery delivery = Entries.of(Samples.task("schedule: {every: 10s}", "concurrencyPolicy: Forbid"))
                .delivery();

        assertThat(delivery.concurrency()).isEqualTo(Concurrency.FORBID);
        assertThat(delivery.ignoreResult()).isFalse();
    }
}
