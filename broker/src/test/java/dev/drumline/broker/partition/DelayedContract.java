// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.partition;

import static dev.drumline.broker.partition.TestBroker.KEYS;
import static dev.drumline.broker.partition.TestBroker.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.delayed.Delayed.Moved;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Delayed messages go onto their lists when they are due, and the queues' settings are what was written. */
interface DelayedContract {

    TestBroker broker();

    @Test
    default void shouldMoveWhatIsDueInOrder() {
        long now = broker().millis();
        broker().add(KEYS.delayed(0), now - 10, "q\nsecond");
        broker().add(KEYS.delayed(0), now - 20, "q\nfirst");
        broker().add(KEYS.delayed(0), now + 60_000, "q\nthird");

        Moved moved = get(broker().store().moveDelayed(List.of(0), 10));

        assertThat(moved).isEqualTo(new Moved(2, 0));
        assertThat(broker().list("q")).containsExactly("second", "first");
        assertThat(broker().sortedSet(KEYS.delayed(0))).containsOnlyKeys("q\nthird");
    }

    @Test
    default void shouldMoveSoManyOfEachPartition() {
        for (int partition : List.of(0, 1)) {
            for (int i = 0; i < 3; i++) {
                broker().add(KEYS.delayed(partition), 1_000, "q\n" + partition + i);
            }
        }

        assertThat(get(broker().store().moveDelayed(List.of(0, 1), 2))).isEqualTo(new Moved(4, 0));
        assertThat(broker().list("q")).containsExactly("11", "10", "01", "00");
    }

    @Test
    default void shouldKeepForLaterWhatCanNotBeMoved() {
        broker().putText("broken", "no list");
        broker().add(KEYS.delayed(0), 1_000, "broken\nmessage");
        broker().add(KEYS.delayed(0), 1_001, "no line feed");
        broker().add(KEYS.delayed(0), 1_002, "q\nlines\nof text");

        assertThat(get(broker().store().moveDelayed(List.of(0), 10))).isEqualTo(new Moved(1, 2));

        assertThat(broker().list("q")).containsExactly("lines\nof text");
        assertThat(broker().sortedSet(KEYS.delayed(0)))
                .containsOnlyKeys("broken\nmessage", "no line feed")
                .allSatisfy((member, due) -> assertThat(due).isGreaterThan(broker().millis() + 50_000));
    }

    @Test
    default void shouldReadTheSettingsOfQueues() {
        assertThat(get(broker().store().queueSettings()).maxDepth("q")).isZero();

        broker().put(KEYS.queues(), "q", "100");
        broker().put(KEYS.queues(), "*", "5");

        assertThat(get(broker().store().queueSettings()).maxDepth("q")).isEqualTo(100);
        assertThat(get(broker().store().queueSettings()).maxDepth("other")).isEqualTo(5);
    }
}
