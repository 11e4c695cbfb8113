// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.taskbroker.TaskBrokerStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.operator.link.RedisUnreachableException;
import dev.drumline.operator.periodictask.Checkpoints;
import dev.drumline.operator.periodictask.TaskDirectory;
import dev.drumline.operator.testing.NoSets;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import dev.drumline.operator.testing.Sights;
import dev.drumline.operator.validation.Problem;
import dev.drumline.operator.validation.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskBrokerStatusesTest {
    private final TaskBrokerStatuses statuses = new TaskBrokerStatuses(
            new Conditions(new SettableClock("2026-11-24T08:00:00Z")),
            new Checkpoints(new TaskDirectory(), NoSets.patrol()));
    private final TaskBroker broker = Samples.broker();

    @Test
    void shouldBeReadyWhenBeatsHoldEveryPartition() {
        TaskBrokerStatus status = statuses.seen(broker, Sights.beating(2, 64));
        assertThat(says(status, "Ready")).isEqualTo("True AllPartitionsHeld");
        assertThat(status.beats()).isEqualTo(2);
        assertThat(status.partitionsHeld()).isEqualTo(64);
    }

    @Test
    void shouldSayHowManyPartitionsNobodyHolds() {
        TaskBrokerStatus status = statuses.seen(broker, Sights.beating(1, 40));
        assertThat(says(status, "Ready")).isEqualTo("False PartitionsUnheld");
        assertThat(Conditions.find(status.conditions(), "Ready").message()).isEqualTo("beats hold 40 of 64 partitions");
    }

    @Test
    void shouldSayThatNoBeatHasReported() {
        assertThat(says(statuses.seen(broker, Sights.beating(0, 0)), "Ready")).isEqualTo("False NoBeats");
    }

    @Test
    void shouldKeepWhatWasSeenWhileRedisIsAway() {
        // Given
        broker.setStatus(statuses.seen(broker, Sights.beating(2, 64)));
        // When
        TaskBrokerStatus status = statuses.unreachable(broker, new RedisUnreachableException("connection refused"));
        // Then
        assertThat(says(status, "Ready")).isEqualTo("False RedisUnreachable");
        assertThat(says(status, "RedisReachable")).isEqualTo("False RedisUnreachable");
        assertThat(status.beats()).isEqualTo(2);
    }

    @Test
    void shouldWarnOfARedisThatThrowsKeysAway() {
        var sight = new BrokerSight(Instant.EPOCH, Sights.reports(1, List.of(), Map.of()), 64, 0, Map.of(), true);
        assertThat(says(statuses.seen(broker, sight), "RedisKeepsData")).isEqualTo("False EvictionEnabled");
    }

    @Test
    void shouldNoteTheCheckpointInWholeSeconds() {
        BrokerSight sight = Sights.firedUntil(Instant.parse("2026-11-24T07:59:59.987Z"));
        assertThat(statuses.seen(broker, sight).firedThroughTime()).isEqualTo("2026-11-24T07:59:59Z");
    }

    @Test
    void shouldSayWhyTheSpecIsRefused() {
        Verdict verdict = Verdict.refused(new Problem("spec.redis", "set exactly one of url, sentinel"));
        TaskBrokerStatus status = statuses.refused(broker, verdict);
        assertThat(says(status, "Ready")).isEqualTo("False InvalidSpec");
        assertThat(says(status, "RedisReachable")).isEqualTo("Unknown InvalidSpec");
    }

    private static String says(TaskBrokerStatus status, String type) {
        Condition condition = Conditions.find(status.conditions(), type);
        return condition.status() + " " + condition.reason();
    }
}
