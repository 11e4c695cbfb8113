// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.wheel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
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
    void shouldKeepAnEntryThatIsNeverDue() {
        wheel.insert(0, Schedule.NEVER);
        poll(1L << 40, 10);
        assertThat(handedOut).isEmpty();
        assertThat(wheel.contains(0)).isTrue();
    }

    private long poll(long offset, int limit) {
        return wheel.poll(START + offset, limit, this::record);
    }

    private void record(int entry, long due) {
        handedOut.add(entry + "@" + (due - START));
    }
}
