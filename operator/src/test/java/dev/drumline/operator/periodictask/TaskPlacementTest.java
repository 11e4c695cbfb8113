// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.schedule.MissReason;
import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictask.MissedOccurrences;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.taskbroker.TaskBrokerStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import dev.drumline.operator.testing.Sights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskPlacementTest {
    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00Z");
    private final Conditions conditions = new Conditions(clock);
    private final TaskBroker broker = Samples.broker();
    private final BrokerEndpoint endpoint = BrokerEndpoint.of(broker.getSpec(), false);
    private final FakeLink link = new FakeLink(endpoint);
    private final BrokerLinks links = new BrokerLinks((where, settings) -> link);
    private final TaskDirectory directory = new TaskDirectory();
    private final WriteBudget budget = new WriteBudget(50, clock);
    private final TimeRefresh refresh = new TimeRefresh(clock, budget);
    private final MissedWatch missed =
            new MissedWatch(directory, refresh, budget, (subject, condition) -> {}, conditions, clock);
    private final TaskPlacement placement =
            new TaskPlacement(links, directory, new PeriodicTaskStatuses(conditions), refresh, missed, clock);

    @Test
    void shouldStoreTheEntryAndSayWhenItIsDueNext() {
        // Given
        brokerIsOpen();
        // When
        Placed placed = place(Samples.task("schedule: {cron: '5 * * * *'}"));
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/check");
        assertThat(ready(placed)).isEqualTo("True Accepted");
        assertThat(placed.status().orElseThrow().nextScheduleTime()).isEqualTo("2026-11-24T08:05:00Z");
    }

    @Test
    void shouldSayThatTheBrokerIsMissing() {
        Placed placed = placement.place(Samples.task(), Optional.empty());
        assertThat(ready(placed)).isEqualTo("False BrokerNotFound");
    }

    @Test
    void shouldWaitQuietlyForABrokerThatIsNotOpenYet() {
        assertThat(place(Samples.task())).isEqualTo(Placed.waiting(Duration.ofMillis(300)));
    }

    @Test
    void shouldWaitQuietlyForARedisThatWasNotAskedYet() {
        brokerIsOpen();
        link.isNotAskedYet();
        assertThat(place(Samples.task())).isEqualTo(Placed.waiting(Duration.ofMillis(300)));
    }

    @Test
    void shouldSayThatTheBrokerIsRefused() {
        // Given
        Condition refusal =
                conditions.no(broker, "Ready", "InvalidSpec", "spec.redis: set exactly one of url, sentinel");
        broker.setStatus(new TaskBrokerStatus(List.of(refusal), 1L, null, null, null, null, null));
        // When
        Placed placed = place(Samples.task());
        // Then
        assertThat(ready(placed)).isEqualTo("False BrokerNotReady");
    }

    @Test
    void shouldSayThatRedisIsUnreachableAndAskAgain() {
        brokerIsOpen();
        link.goDown();
        Placed placed = place(Samples.task());
        assertThat(ready(placed)).isEqualTo("Unknown RedisUnreachable");
        assertThat(placed.again()).contains(Duration.ofSeconds(1));
    }

    @Test
    void shouldLeaveTheStatusOfAnAcceptedTaskWhileRedisIsAway() {
        // Given
        brokerIsOpen();
        PeriodicTask task = Samples.task();
        task.setStatus(place(task).status().orElseThrow());
        link.goDown();
        // When
        Placed placed = place(task);
        // Then
        assertThat(placed.status()).isEmpty();
        assertThat(placed.again()).contains(Duration.ofSeconds(30));
    }

    @Test
    void shouldTakeTheEntryOutWhileSuspendedAndPutItBackAfterwards() {
        // Given
        brokerIsOpen();
        place(Samples.task());
        // When
        Placed suspended = place(Samples.task("schedule: {every: 10s}", "suspend: true"));
        // Then
        assertThat(link.schedules().entries()).isEmpty();
        assertThat(ready(suspended)).isEqualTo("True Suspended");
        // And when
        place(Samples.task());
        // Then
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/check");
    }

    @Test
    void shouldCompleteATaskWhoseLastOccurrenceIsDone() {
        // Given
        brokerIsOpen();
        PeriodicTask task = Samples.task("schedule: {at: '2026-11-24T08:05:00Z'}");
        task.setStatus(place(task).status().orElseThrow());
        assertThat(link.schedules().entries()).containsOnlyKeys("shop/check");
        // When
        clock.advance(Duration.ofMinutes(6));
        link.show(Sights.firedUntil(Instant.parse("2026-11-24T08:05:00Z")));
        Placed placed = place(task);
        // Then
        assertThat(ready(placed)).isEqualTo("True Completed");
        assertThat(placed.status().orElseThrow().lastScheduleTime()).isEqualTo("2026-11-24T08:05:00Z");
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldKeepTellingWhatWasMissedOfATaskThatIsOver() {
        // Given
        brokerIsOpen();
        PeriodicTask task = Samples.task("schedule: {at: '2026-11-24T08:05:00Z'}");
        task.setStatus(place(task).status().orElseThrow());
        link.schedules().miss("shop/check", MissReason.DEADLINE, 1);
        // When
        clock.advance(Duration.ofMinutes(6));
        link.show(Sights.firedUntil(Instant.parse("2026-11-24T08:05:00Z")));
        task.setStatus(place(task).status().orElseThrow());
        task.setStatus(place(task).status().orElseThrow());
        // Then
        assertThat(task.getStatus().missed()).isEqualTo(new MissedOccurrences(1L, 1L, null, null, null));
    }

    @Test
    void shouldCompleteATaskThatHasRunAsOftenAsItMay() {
        // Given
        brokerIsOpen();
        PeriodicTask task = Samples.task("schedule: {cron: '* * * * *'}", "maxRuns: 3");
        task.getMetadata().setCreationTimestamp("2026-11-24T07:59:30Z");
        task.setStatus(place(task).status().orElseThrow());
        // When all but the last are done
        clock.advance(Duration.ofSeconds(90));
        link.show(Sights.firedUntil(Instant.parse("2026-11-24T08:01:00Z")));
        Placed last = place(task);
        // Then
        assertThat(ready(last)).isEqualTo("True Accepted");
        assertThat(last.status().orElseThrow().nextScheduleTime()).isEqualTo("2026-11-24T08:02:00Z");
        assertThat(last.status().orElseThrow().lastScheduleTime()).isEqualTo("2026-11-24T08:01:00Z");
        // And when that one is
        clock.advance(Duration.ofMinutes(1));
        link.show(Sights.firedUntil(Instant.parse("2026-11-24T08:02:00Z")));
        // Then
        assertThat(ready(place(task))).isEqualTo("True Completed");
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldNotBeginACompletedTaskAgainWhenRedisWasEmptied() {
        // Given
        shouldCompleteATaskWhoseLastOccurrenceIsDone();
        PeriodicTask task = Samples.task("schedule: {at: '2026-11-24T08:05:00Z'}");
        link.show(Sights.firedUntil(Instant.parse("2026-11-24T08:05:00Z")));
        task.setStatus(place(task).status().orElseThrow());
        task.setStatus(place(task).status().orElseThrow());
        // When
        link.show(Sights.nothing());
        // Then
        assertThat(ready(place(task))).isEqualTo("True Completed");
        assertThat(link.schedules().entries()).isEmpty();
    }

    @Test
    void shouldTakeTheEntryOutWhenTheTaskIsGone() {
        brokerIsOpen();
        place(Samples.task());
        placement.remove(Samples.task());
        assertThat(link.schedules().entries()).isEmpty();
    }

    private void brokerIsOpen() {
        links.open(BrokerId.of(broker), endpoint, null);
    }

    private Placed place(PeriodicTask task) {
        return placement.place(task, Optional.of(broker));
    }

    private static String ready(Placed placed) {
        Condition ready = Conditions.find(placed.status().orElseThrow().conditions(), Conditions.READY);
        return ready.status() + " " + ready.reason();
    }
}
