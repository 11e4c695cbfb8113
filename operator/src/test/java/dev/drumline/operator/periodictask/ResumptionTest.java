// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.common.Condition;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.taskbroker.TaskBrokerStatus;
import dev.drumline.operator.condition.Conditions;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.operator.testing.FakeLink;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import dev.drumline.operator.testing.Sights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumptionTest {
    private static final Instant CHECKPOINT = Instant.parse("2026-11-24T08:00:00Z");
    private static final BrokerSight EMPTY = Sights.nothing();

    private final FakeLink link =
            new FakeLink(BrokerEndpoint.of(Samples.broker().getSpec(), false));
    private final List<Condition> told = new ArrayList<>();
    private final Resumption resumption = new Resumption(
            new Conditions(new SettableClock("2026-11-24T08:00:30Z")), (subject, condition) -> told.add(condition));

    @Test
    void shouldLetANewBrokerBeginAtOnce() {
        // Given nothing was ever fired
        TaskBroker broker = Samples.broker();
        // When
        assertThat(resumption.resume(broker, link, EMPTY, false)).isTrue();
        // Then
        assertThat(link.schedules().begun()).containsExactly(EMPTY.seenAt() + " 1970-01-01T00:00:00Z");
        assertThat(told).isEmpty();
    }

    @Test
    void shouldWaitUntilAllSchedulesAreBack() {
        assertThat(resumption.isDoubtful(fired(), Optional.empty(), EMPTY)).isTrue();
        assertThat(resumption.resume(fired(), link, EMPTY, false)).isFalse();
        assertThat(link.schedules().begun()).isEmpty();
    }

    @Test
    void shouldGoOnFromTheCheckpointAndSaySo() {
        assertThat(resumption.resume(fired(), link, EMPTY, true)).isTrue();
        assertThat(link.schedules().begun()).containsExactly("2026-11-24T08:00:00Z 1970-01-01T00:00:00Z");
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.reason()).isEqualTo("DataLost");
            assertThat(event.message()).contains("since 2026-11-24T08:00:00Z goes through each task's catchUp");
        });
    }

    @Test
    void shouldLeaveABrokerAloneThatHasEverything() {
        BrokerSight sight = Sights.firedUntil(CHECKPOINT.plusSeconds(20));
        assertThat(resumption.isDoubtful(fired(), Optional.of(sight), sight)).isFalse();
        assertThat(resumption.resume(fired(), link, sight, true)).isTrue();
        assertThat(link.schedules().begun()).isEmpty();
    }

    @Test
    void shouldLetWhatAFailoverLostBeFiredAgain() {
        BrokerSight before = Sights.firedUntil(CHECKPOINT.plusSeconds(20));
        BrokerSight after = Sights.firedUntil(CHECKPOINT.minusSeconds(40));
        assertThat(resumption.isDoubtful(fired(), Optional.of(before), after)).isFalse();
    }

    @Test
    void shouldRaiseTheMarksOfAnOldDump() {
        // Given
        BrokerSight before = Sights.firedUntil(CHECKPOINT.plusSeconds(20));
        BrokerSight after = Sights.firedUntil(CHECKPOINT.minusSeconds(41));
        // When
        assertThat(resumption.isDoubtful(fired(), Optional.of(before), after)).isTrue();
        // Then it is not forgotten before the schedules are back
        assertThat(resumption.isDoubtful(fired(), Optional.of(after), after)).isTrue();
        assertThat(resumption.resume(fired(), link, after, false)).isFalse();
        assertThat(resumption.resume(fired(), link, after, true)).isTrue();
        assertThat(link.schedules().begun()).containsExactly("2026-11-24T08:00:00Z 2026-11-24T08:00:00Z");
        assertThat(resumption.isDoubtful(fired(), Optional.of(after), after)).isFalse();
    }

    @Test
    void shouldKnowAnOldDumpByTheCheckpointWhenItHasSeenNothingYet() {
        BrokerSight old = Sights.firedUntil(CHECKPOINT.minusSeconds(61));
        BrokerSight young = Sights.firedUntil(CHECKPOINT.minusSeconds(60));
        assertThat(resumption.isDoubtful(fired(), Optional.empty(), young)).isFalse();
        assertThat(resumption.isDoubtful(fired(), Optional.empty(), old)).isTrue();
    }

    private static TaskBroker fired() {
        TaskBroker broker = Samples.broker();
        broker.setStatus(new TaskBrokerStatus(null, null, null, null, null, null, CHECKPOINT.toString()));
        return broker;
    }
}
