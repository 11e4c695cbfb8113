// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.Times;
import dev.drumline.schedule.partition.StableHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingWheelTest {
    private static final long START = 1_700_000_000_000L;

    private final TimingWheel wheel = new TimingWheel(START, 4);
    private final List<String> handedOut = new ArrayList<>();

    @Test
    void shouldHandOutInDueOrderAcrossLevels() {
        // Given
        wheel.insert(0, START + 400L * 24 * 3600 * 1000);
        wheel.insert(1, START + 70);
        wheel.insert(2, START + 1);
        wheel.insert(3, START + 5_000);
        // When
        long through = poll(400L * 24 * 3600 * 1000, 100);
        // Then
        assertThat(handedOut).containsExactly("2@1", "1@70", "3@5000", "0@34560000000");
        assertThat(through).isEqualTo(START + 400L * 24 * 3600 * 1000);
        assertThat(wheel.size()).isZero();
        assertThat(wheel.nextDue()).isEqualTo(TimingWheel.NONE);
    }

    @Test
    void shouldBeDueAtItsMillisecondAndNotBefore() {
        wheel.insert(0, START + 100);
        assertThat(poll(99, 10)).isEqualTo(START + 99);
        assertThat(handedOut).isEmpty();
        poll(100, 10);
        assertThat(handedOut).containsExactly("0@100");
    }

    @Test
    void shouldNeverStopInsideATick() {
        // Given
        for (int entry = 0; entry < 50; entry++) {
            wheel.insert(entry, START + 10);
        }
        wheel.insert(50, START + 11);
        // When
        long through = poll(1_000, 20);
        // Then
        assertThat(handedOut).hasSize(50);
        assertThat(through).isEqualTo(START + 10);
        assertThat(poll(1_000, 20)).isEqualTo(START + 1_000);
        assertThat(handedOut).hasSize(51).endsWith("50@11");
    }

    @Test
    void shouldHandOutWhatTheHandlerInsertsInItsTurn() {
        // Given
        wheel.insert(0, START + 10);
        wheel.insert(1, START + 25);
        // When
        wheel.poll(START + 40, 100, (entry, due) -> {
            record(entry, due);
            if (entry == 0) {
                wheel.insert(0, due + 10);
            }
        });
        // Then
        assertThat(handedOut).containsExactly("0@10", "0@20", "1@25", "0@30", "0@40");
        assertThat(wheel.nextDue()).isEqualTo(START + 50);
    }

    @Test
    void shouldLetTheHandlerCancelWhatIsDueInTheSameTick() {
        wheel.insert(0, START + 10);
        wheel.insert(1, START + 10);
        wheel.poll(START + 10, 100, (entry, due) -> {
            record(entry, due);
            wheel.cancel(1 - entry);
        });
        assertThat(handedOut).hasSize(1);
        assertThat(wheel.size()).isZero();
    }

    @Test
    void shouldHandOutALateEntryAtOnce() {
        // Given
        poll(100, 10);
        wheel.insert(0, START + 30);
        wheel.insert(1, START + 101);
        // When
        assertThat(wheel.nextDue()).isEqualTo(START + 100);
        poll(100, 10);
        // Then
        assertThat(handedOut).containsExactly("0@30");
    }

    @Test
    void shouldBeginNoTickWhenLateEntriesReachTheLimit() {
        // Given
        poll(100, 10);
        wheel.insert(0, START + 30);
        wheel.insert(1, START + 40);
        wheel.insert(2, START + 101);
        // Then
        assertThat(poll(200, 2)).isEqualTo(START + 100);
        assertThat(handedOut).containsExactlyInAnyOrder("0@30", "1@40");
        assertThat(poll(200, 2)).isEqualTo(START + 200);
        assertThat(handedOut).endsWith("2@101");
    }

    @Test
    void shouldCountWhatBecameLateWithinATick() {
        // Given
        wheel.insert(0, START + 10);
        wheel.insert(1, START + 11);
        // When
        long through = wheel.poll(START + 20, 2, (entry, due) -> {
            record(entry, due);
            if (entry == 0) {
                wheel.insert(2, START + 5);
            }
        });
        // Then
        assertThat(through).isEqualTo(START + 10);
        assertThat(handedOut).containsExactly("0@10", "2@5");
    }

    @Test
    void shouldHandOutInOrderAgainAfterARewind() {
        // Given
        wheel.insert(0, START + 200);
        poll(100, 10);
        // When
        wheel.rewind(START + 20);
        wheel.insert(2, START + 60);
        wheel.insert(1, START + 30);
        // Then
        assertThat(poll(300, 1)).isEqualTo(START + 30);
        assertThat(poll(300, 1)).isEqualTo(START + 60);
        assertThat(poll(300, 1)).isEqualTo(START + 300);
        assertThat(handedOut).containsExactly("1@30", "2@60", "0@200");
    }

    @Test
    void shouldNotGoBackWithTheClock() {
        poll(100, 10);
        assertThat(poll(50, 10)).isEqualTo(START + 100);
        assertThat(wheel.doneThroughMillis()).isEqualTo(START + 100);
    }

    @Test
    void shouldMoveAnEntryThatIsIn() {
        wheel.insert(0, START + 10);
        wheel.insert(0, START + 20);
        assertThat(wheel.size()).isOne();
        poll(15, 10);
        assertThat(handedOut).isEmpty();
        poll(20, 10);
        assertThat(handedOut).containsExactly("0@20");
    }

    @Test
    void shouldCancelOnlyWhatIsIn() {
        wheel.insert(9, START + 10);
        assertThat(wheel.contains(9)).isTrue();
        assertThat(wheel.cancel(9)).isTrue();
        assertThat(wheel.cancel(9)).isFalse();
        assertThat(wheel.cancel(1_000)).isFalse();
        assertThat(wheel.contains(9)).isFalse();
        assertThat(wheel.nextDue()).isEqualTo(TimingWheel.NONE);
    }

    @Test
    void shouldLetTheHandlerChangeTheSlotThatIsBeingDrained() {
        // Given
        for (int entry = 0; entry < 60; entry++) {
            wheel.insert(entry, START + 10);
        }
        wheel.insert(60, START + 20);
        // When: each takes its neighbour out, and each tenth puts a new one in
        wheel.poll(START + 10, 1, (entry, due) -> {
            record(entry, due);
            if (entry < 60) {
                wheel.cancel(entry ^ 1);
            }
            if (entry < 60 && entry / 2 % 5 == 0) {
                wheel.insert(100 + entry / 2, due);
            }
        });
        // Then
        assertThat(handedOut)
                .hasSize(36)
                .doesNotHaveDuplicates()
                .contains("100@10", "105@10", "110@10", "115@10", "120@10", "125@10");
        assertThat(wheel.size()).isOne();
        poll(20, 1);
        assertThat(handedOut).endsWith("60@20");
    }

    @Test
    void shouldKeepItsEntriesAsItGrows() {
        // When
        for (int entry = 0; entry < 100_000; entry++) {
            wheel.insert(entry, START + 1 + entry % 1_000);
        }
        wheel.insert(1_000_000, START + 1_001);
        // Then
        assertThat(wheel.size()).isEqualTo(100_001);
        poll(1_000, Integer.MAX_VALUE);
        assertThat(handedOut).hasSize(100_000).doesNotHaveDuplicates();
        poll(1_001, Integer.MAX_VALUE);
        assertThat(handedOut).endsWith("1000000@1001");
    }

    @Test
    void shouldReachToTheYear9999() {
        // Given
        wheel.insert(0, Times.MAX_MILLIS);
        wheel.insert(1, Times.MAX_MILLIS - 1);
        // When
        long through = wheel.poll(Times.MAX_MILLIS - 1, 10, this::record);
        // Then
        assertThat(through).isEqualTo(Times.MAX_MILLIS - 1);
        assertThat(handedOut).containsExactly("1@" + (Times.MAX_MILLIS - 1 - START));
        assertThat(wheel.nextDue()).isEqualTo(Times.MAX_MILLIS);
    }

    @Test
    void shouldKnowAnEndOfTime() {
        long end = 1L << 52;
        wheel.insert(0, end);
        assertThat(wheel.nextDue()).isEqualTo(TimingWheel.NONE);
        wheel.insert(1, end - 1);
        assertThat(wheel.nextDue()).isLessThan(end);
        poll(1L << 50, 10);
        wheel.poll(end - 1, 10, this::record);
        assertThat(handedOut).containsExactly("1@" + (end - 1 - START));
        assertThat(wheel.size()).isOne();
    }

    @Test
    void shouldTakeUpNoMoreMemoryWhenItIsUsedAgain() {
        // Given
        fillAndEmpty();
        long bytes = wheel.bytes();
        // When
        for (int round = 0; round < 20; round++) {
            fillAndEmpty();
        }
        // Then
        assertThat(wheel.bytes()).isEqualTo(bytes);
    }

    private void fillAndEmpty() {
        for (int entry = 0; entry < 10_000; entry++) {
            wheel.insert(entry, START + entry * 7L);
        }
        for (int entry = 0; entry < 10_000; entry++) {
            wheel.cancel(entry);
        }
        assertThat(wheel.size()).isZero();
        assertThat(wheel.nextDue()).isEqualTo(TimingWheel.NONE);
    }

    @Test
    void shouldNotGrowUpToItsCapacity() {
        TimingWheel wheel = new TimingWheel(START, 10_000);
        long bytes = wheel.bytes();
        wheel.insert(9_999, START + 1);
        assertThat(wheel.bytes()).isEqualTo(bytes);
        wheel.insert(10_000, START + 1);
        assertThat(wheel.bytes()).isGreaterThan(bytes);
    }

    @Test
    void shouldBeSmall() {
        long empty = wheel.bytes();
        for (int entry = 0; entry < 1_000_000; entry++) {
            wheel.insert(entry, START + 1 + Long.remainderUnsigned(StableHash.of("check-" + entry, 2), 10_000));
        }
        assertThat(empty).isBetween(85_000L, 95_000L);
        assertThat((double) (wheel.bytes() - empty) / 1_000_000).isBetween(16.0, 20.0);
    }

    @Test
    void shouldKeepAnEntryThatIsNeverDue() {
        wheel.insert(0, Schedule.NEVER);
        poll(1L << 40, 10);
        assertThat(handedOut).isEmpty();
        assertThat(wheel.contains(0)).isTrue();
        assertThat(wheel.nextDue()).isEqualTo(TimingWheel.NONE);
        assertThat(wheel.cancel(0)).isTrue();
    }

    private long poll(long offset, int limit) {
        return wheel.poll(START + offset, limit, this::record);
    }

    private void record(int entry, long due) {
        handedOut.add(entry + "@" + (due - START));
    }
}
