// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.operator.entry.Entries;
import dev.drumline.operator.link.BrokerSight;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.Sights;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final ScheduleEntry NIGHTLY = Entries.of(Samples.task("schedule: {cron: '0 3 * * *'}"));

    @Test
    void shouldBeNowWhereNothingWasDueSinceTheMark() {
        // The mark stands at the last night's run, five hours ago, and nothing was due since.
        BrokerSight sight = seen(Map.of(0, Instant.parse("2026-11-24T03:00:00Z")));
        assertThat(through(sight, id -> 0)).contains(NOW);
    }

    @Test
    void shouldBeTheMarkWhereSomethingIsOverdue() {
        Instant mark = Instant.parse("2026-11-24T02:59:59Z");
        assertThat(through(seen(Map.of(0, mark)), id -> 0)).contains(mark);
    }

    @Test
    void shouldBeHeldBackByTheLastPartition() {
        Instant late = Instant.parse("2026-11-23T02:59:59Z");
        BrokerSight sight = seen(Map.of(0, NOW.minusSeconds(1), 1, late));
        assertThat(through(sight, id -> 1)).contains(late);
    }

    @Test
    void shouldBeUnknownWhileNothingWasEverStored() {
        assertThat(through(seen(Map.of()), id -> 0)).isEmpty();
    }

    @Test
    void shouldBeTheMarkItselfWhileThatIsAsGoodAsNow() {
        Instant mark = NOW.minusMillis(999);
        assertThat(through(seen(Map.of(0, mark)), id -> 0)).contains(mark);
    }

    private static Optional<Instant> through(BrokerSight sight, ToIntFunction<String> partitionOf) {
        Checkpoint checkpoint = new Checkpoint(sight, partitionOf);
        checkpoint.add(NIGHTLY.id(), NIGHTLY.schedule());
        return checkpoint.firedThrough();
    }

    private static BrokerSight seen(Map<Integer, Instant> marks) {
        return new BrokerSight(NOW, Sights.reports(1, List.of(), Map.of()), 64, 1, marks, false);
    }
}
