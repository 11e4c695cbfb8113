// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.schedule.MissReason;
import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictask.MissedOccurrences;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.testing.FakeCache;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import dev.drumline.operator.testing.Sights;
import dev.drumline.operator.testing.WakeUps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MissedWatchTest {
    private static final BrokerId BROKER = new BrokerId("shop", "default");

    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00Z");
    private final FakeLink link =
            new FakeLink(BrokerEndpoint.of(Samples.broker().getSpec(), false));
    private final FakeCache<PeriodicTask> cache = new FakeCache<>();
    private final WakeUps<PeriodicTask> wakeUps = new WakeUps<>();
    private final List<Condition> told = new ArrayList<>();
    private final TaskDirectory directory = new TaskDirectory();
    private final WriteBudget budget = new WriteBudget(1, clock);
    private final MissedWatch watch = new MissedWatch(
            directory,
            new TimeRefresh(clock, budget),
            budget,
            (subject, condition) -> told.add(condition),
            new Conditions(clock),
            clock);
    private final PeriodicTask task = Samples.task();
    private long total;

    @BeforeEach
    void taskExists() {
        directory.attach(cache, wakeUps);
        cache.add(task);
        check();
    }

    @Test
    void shouldTellOnceThatATaskBeginsToMiss() {
        misses(3);
        misses(9);

        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo("False");
            assertThat(event.reason()).isEqualTo("OccurrencesMissed");
            assertThat(event.message()).isEqualTo("occurrences are let go (queue); status.missed counts them");
        });
        assertThat(wakeUps.woken()).containsExactly("check", "check");
        assertThat(watch.of(task)).isEqualTo(new MissedOccurrences(9L, null, null, 9L, null));
    }

    @Test
    void shouldTellAgainOfATaskThatHadBeenOnTimeForAWhile() {
        misses(3);
        clock.advance(Duration.ofMinutes(11));
        misses(4);

        assertThat(told).hasSize(2);
    }

    @Test
    void shouldReadNothingWhileNothingIsMissed() {
        link.schedules().miss("shop/check", MissReason.QUEUE, 3);
        clock.advance(Duration.ofMinutes(1));
        check();

        assertThat(watch.of(task)).isNull();
    }

    @Test
    void shouldSeeWithinMinutesThatCountsWereForgotten() {
        misses(3);
        link.schedules().edit(List.of(), List.of("shop/check"));
        clock.advance(Duration.ofMinutes(5));
        check();

        assertThat(watch.of(task)).isNull();
    }

    @Test
    void shouldNotTakeForNewsWhatTheStatusHasAlready() {
        // Given an operator that was started anew
        PeriodicTask known = Samples.task();
        known.setStatus(new PeriodicTaskStatuses(new Conditions(clock))
                .accepted(known, 1, TaskTimes.NONE)
                .with(new MissedOccurrences(3L, null, null, 3L, null)));
        cache.add(known);
        link.schedules().miss("shop/check", MissReason.QUEUE, 3);
        MissedWatch started = new MissedWatch(
                directory,
                new TimeRefresh(clock, budget),
                budget,
                (subject, condition) -> told.add(condition),
                new Conditions(clock),
                clock);
        // When
        assertThat(started.of(known)).isEqualTo(known.getStatus().missed());
        started.check(BROKER, link, Sights.missing(3));
        // Then
        assertThat(told).isEmpty();
        // And when there are more
        link.schedules().miss("shop/check", MissReason.RUNNING, 1);
        clock.advance(MissedWatch.INTERVAL);
        started.check(BROKER, link, Sights.missing(4));
        // Then
        assertThat(told)
                .extracting(Condition::message)
                .singleElement()
                .asString()
                .contains("(running)");
    }

    @Test
    void shouldKeepWithinTheBudgetWhenManyBeginAtOnce() {
        // Given one write a second, and two tasks
        PeriodicTask other = Samples.task();
        other.getMetadata().setName("other");
        cache.add(other);
        link.schedules().miss("shop/other", MissReason.QUEUE, 1);
        misses(3);
        assertThat(told).hasSize(1);
        // When both go on
        link.schedules().miss("shop/other", MissReason.QUEUE, 2);
        misses(4);
        // Then it is the other one's turn
        assertThat(told).hasSize(2);
    }

    private void misses(long count) {
        link.schedules().miss("shop/check", MissReason.QUEUE, count);
        clock.advance(MissedWatch.INTERVAL);
        total++;
        check();
    }

    private void check() {
        watch.check(BROKER, link, Sights.missing(total));
    }
}
