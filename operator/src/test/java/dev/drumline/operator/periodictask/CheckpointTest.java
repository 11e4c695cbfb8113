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
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final ScheduleEntry NIGHTLY = Entries.of(Samples.task("schedule: {cron: '0 3 * * *'}"));

    @Test
    void shouldBeNowWhereNothingWasDueSinceTheMark() {
        // The mark stands at the last night's run, five hours ago, and nothing was due since.
        BrokerSight sight = seen(Map.of(0, Instant.parse("2026-11-24T03:00:00Z")));
        assertThat(Checkpoint.of(sight, List.of(NIGHTLY), id -> 0)).contains(NOW);
    }

    @Test
    void shouldBeTheMarkWhereSomethingIsOverdue() {
        Instant mark = Instant.parse("2026-11-24T02:59:59Z");
        assertThat(Checkpoint.of(seen(Map.of(0, mark)), List.of(NIGHTLY), id -> 0))
                .contains(mark);
    }

    @Test
    void shouldBeHeldBackByTheLastPartition() {
        Instant late = Instant.parse("2026-11-23T02:59:59Z");
        BrokerSight sight = seen(Map.of(0, NOW.minusSeconds(1), 1, late));
        assertThat(Checkpoint.of(sight, List.of(NIGHTLY), id -> 1)).contains(late);
    }

    @Test
    void shouldBeUnknownWhileNothingWasEverStored() {
        assertThat(Checkpoint.of(seen(Map.of()), List.of(), id -> 0)).isEmpty();
    }

    private static BrokerSight seen(Map<Integer, Instant> marks) {
        return new BrokerSight(NOW, Sights.reports(1, List.of(), Map.of()), 64, 1, marks, false);
    }
}
