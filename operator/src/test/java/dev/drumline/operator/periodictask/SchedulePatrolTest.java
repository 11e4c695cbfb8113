// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.entry.Entries;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.testing.FakeCache;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.NoSets;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import dev.drumline.operator.testing.Sights;
import dev.drumline.operator.testing.WakeUps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulePatrolTest {
    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00Z");
    private final FakeLink link =
            new FakeLink(BrokerEndpoint.of(Samples.broker().getSpec(), false));
    private final FakeCache<PeriodicTask> cache = new FakeCache<>();
    private final WakeUps<PeriodicTask> wakeUps = new WakeUps<>();
    private final List<PeriodicTask> apiServer = new ArrayList<>();
    private final TaskDirectory directory = new TaskDirectory();
    private final SchedulePatrol patrol =
            new SchedulePatrol(directory, namespace -> apiServer, NoSets.patrol(), Duration.ofMinutes(5), clock);

    SchedulePatrolTest() {
        directory.attach(cache, wakeUps);
    }

    @Test
    void shouldWakeATaskWhoseEntryIsMissing() {
        taskExists(Samples.task());
        check(0);
        assertThat(wakeUps.woken()).containsExactly("check");
    }

    @Test
    void shouldRemoveTheEntryOfATaskThatWasDeletedWhileNobodyLooked() {
        link.schedules().entries().put("shop/check", Entries.of(Samples.task()));
        link.schedules().find(List.of(DriftTest.stored("shop/check", "10s")));
        check(1);
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldKeepAnEntryThatOnlyTheCacheDoesNotKnowYet() {
        // Given
        link.schedules().entries().put("shop/check", Entries.of(Samples.task()));
        link.schedules().find(List.of(DriftTest.stored("shop/check", "10s")));
        apiServer.add(Samples.task());
        // When
        check(1);
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/check");
    }

    @Test
    void shouldLeaveEntriesOfOtherNamespacesAlone() {
        link.schedules().find(List.of(DriftTest.stored("elsewhere/check", "10s")));
        check(1);
        assertThat(link.schedules().editSizes()).isEmpty();
    }

    @Test
    void shouldCompareAgainOnlyWhenNumbersChangeOrTimeHasPassed() {
        // Given: found in order once
        taskExists(Samples.task());
        link.schedules().find(List.of(DriftTest.stored("shop/check", "10s")));
        check(1);
        link.schedules().find(List.of());
        // When the number is as before, then nobody compares
        check(1);
        assertThat(wakeUps.woken()).isEmpty();
        // When Redis was emptied, then somebody does
        check(0);
        assertThat(wakeUps.woken()).containsExactly("check");
    }

    @Test
    void shouldCompareNowAndThenAnyway() {
        taskExists(Samples.task());
        link.schedules().find(List.of(DriftTest.stored("shop/check", "10s")));
        check(1);
        link.schedules().find(List.of(DriftTest.stored("shop/check", "20s")));
        clock.advance(Duration.ofMinutes(5));
        check(1);
        assertThat(wakeUps.woken()).containsExactly("check");
    }

    @Test
    void shouldTakeOutWhatFiresMoreOftenThanItsBrokerLets() {
        // Given
        taskExists(Samples.task());
        link.schedules().entries().put("shop/check", Entries.of(Samples.task()));
        link.schedules().find(List.of(DriftTest.stored("shop/check", "10s")));
        // When the broker lets it, then it stays
        patrol.check(broker("10s"), link, Sights.storing(1), false);
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/check");
        // When it does not
        patrol.check(broker("11s"), link, Sights.storing(2), false);
        // Then
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldCompareWhenRedisIsDistrusted() {
        taskExists(Samples.task());
        link.schedules().find(List.of(DriftTest.stored("shop/check", "10s")));
        assertThat(patrol.check(Samples.broker(), link, Sights.storing(1), false))
                .isTrue();
        link.schedules().find(List.of(DriftTest.stored("shop/check", "20s")));
        assertThat(patrol.check(Samples.broker(), link, Sights.storing(1), true))
                .isFalse();
        assertThat(wakeUps.woken()).containsExactly("check");
    }

    private static TaskBroker broker(String minimumPeriod) {
        return Samples.broker("redis: {url: 'redis://redis:6379'}", "minimumPeriod: " + minimumPeriod);
    }

    private void taskExists(PeriodicTask task) {
        cache.add(task);
        apiServer.add(task);
    }

    private void check(long stored) {
        patrol.check(Samples.broker(), link, Sights.storing(stored), false);
    }
}
