// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drumline.broker.message.TaskIds;
import dev.drumline.crds.common.Condition;
import dev.drumline.crds.periodictask.LastRunNow;
import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerId;
import dev.drumline.operator.link.BrokerLinks;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunNowTest {
    private static final String FIRST = TaskIds.ofRunNow("shop/check", "1");
    private static final String SECOND = TaskIds.ofRunNow("shop/check", "2");

    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00.5Z");
    private final Conditions conditions = new Conditions(clock);
    private final BrokerEndpoint endpoint = BrokerEndpoint.of(Samples.broker().getSpec(), false);
    private final FakeLink link = new FakeLink(endpoint);
    private final BrokerLinks links = new BrokerLinks((where, settings) -> link);
    private final List<Condition> told = new ArrayList<>();
    private final RunNow runNow = new RunNow(links, (subject, condition) -> told.add(condition), conditions, clock);

    RunNowTest() {
        links.open(new BrokerId("shop", "default"), endpoint, null);
    }

    @Test
    void shouldQueueOneOccurrenceForEachNewValue() {
        PeriodicTask task = asking("1");

        Placed first = follow(task);
        task.setStatus(first.status().orElseThrow());
        Placed again = follow(task);
        annotate(task, "2");
        Placed second = follow(task);

        assertThat(first.status().orElseThrow().lastRunNow()).isEqualTo(new LastRunNow(FIRST, "2026-11-24T08:00:00Z"));
        assertThat(again.status().orElseThrow().lastRunNow())
                .isEqualTo(first.status().get().lastRunNow());
        assertThat(second.status().orElseThrow().lastRunNow().taskId()).isEqualTo(SECOND);
        assertThat(link.schedules().queued()).containsExactly(FIRST, SECOND);
        assertThat(told)
                .extracting(Condition::reason, Condition::status, Condition::message)
                .containsExactly(
                        tuple("RunNow", "True", "queued once as task " + FIRST + ", as the annotation asks"),
                        tuple("RunNow", "True", "queued once as task " + SECOND + ", as the annotation asks"));
    }

    @Test
    void shouldQueueNothingTwiceWhereTheOperatorDiedBeforeItCouldSaySo() {
        PeriodicTask task = asking("1");
        follow(task);

        follow(task);

        assertThat(link.schedules().queued()).containsExactly(FIRST);
    }

    @Test
    void shouldGiveEachTaskIdsOfItsOwn() {
        assertThat(TaskIds.ofRunNow("shop/other", "1")).isNotEqualTo(FIRST);
    }

    @Test
    void shouldRunASuspendedTask() {
        PeriodicTask task = Samples.task("schedule: {every: 10s}", "suspend: true");
        annotate(task, "1");

        follow(task);

        assertThat(link.schedules().queued()).containsExactly(FIRST);
    }

    @Test
    void shouldDoNothingUnasked() {
        follow(Samples.task());
        follow(asking(""));

        assertThat(link.schedules().queued()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldAskAgainSoonWhereRedisDoesNotAnswer() {
        link.goDown();

        Placed placed = follow(asking("1"));

        assertThat(placed.again()).contains(Duration.ofSeconds(2));
        assertThat(placed.status().orElseThrow().lastRunNow()).isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldWaitForTheBrokersLink() {
        links.close(new BrokerId("shop", "default"));

        assertThat(follow(asking("1")).status().orElseThrow().lastRunNow()).isNull();
        assertThat(runNow.follow(asking("1"), Placed.waiting(Duration.ofSeconds(1))))
                .isEqualTo(Placed.waiting(Duration.ofSeconds(1)));
    }

    private Placed follow(PeriodicTask task) {
        return runNow.follow(
                task, Placed.settled(new PeriodicTaskStatuses(conditions).accepted(task, 1, TaskTimes.NONE)));
    }

    private static PeriodicTask asking(String value) {
        PeriodicTask task = Samples.task();
        annotate(task, value);
        return task;
    }

    private static void annotate(PeriodicTask task, String value) {
        task.getMetadata().setAnnotations(Map.of("drumline.dev/run-now", value));
    }
}
