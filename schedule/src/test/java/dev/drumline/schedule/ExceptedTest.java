// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many steps it takes to leave out; what is left is for {@link CompositionPropertyTest}. */
class ExceptedTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;

    @Test
    void shouldPassOverAdjoiningWindowsInFewSteps() {
        // Given
        Counted minutes = new Counted(new FixedPeriod(MINUTE, 0));
        Counted windows = new Counted(new Bounded(new FixedPeriod(MINUTE, 0), 100 * DAY, 160 * DAY - 1));
        Excepted excepted = new Excepted(minutes, windows, MINUTE);
        // When
        long next = excepted.nextMillis(100 * DAY - 1);
        long previous = excepted.previousMillis(160 * DAY);
        // Then
        assertThat(next).isEqualTo(160 * DAY);
        assertThat(previous).isEqualTo(100 * DAY - MINUTE);
        assertThat(minutes.calls).isEqualTo(4);
        assertThat(windows.calls).isLessThan(100);
    }

    @Test
    void shouldPassOverWindowsToTheEndOfTime() {
        FixedPeriod minutes = new FixedPeriod(MINUTE, 0);
        Excepted nothing = new Excepted(new Bounded(minutes, Times.MIN_MILLIS, Times.MAX_MILLIS), minutes, MINUTE);
        assertThat(nothing.nextMillis(0)).isEqualTo(Schedule.NEVER);
        assertThat(nothing.previousMillis(0)).isEqualTo(Schedule.NEVER_BEFORE);
    }

    @Test
    void shouldFindWhatIsLeftBetweenWindowsAndTheEndsOfTime() {
        FixedPeriod minutes = new FixedPeriod(MINUTE, 0);
        long lateStart = Times.MAX_MILLIS - 100 * DAY;
        Bounded late = new Bounded(minutes, lateStart, Times.MAX_MILLIS - DAY);
        assertThat(new Excepted(minutes, late, MINUTE).nextMillis(lateStart)).isEqualTo(Times.MAX_MILLIS - DAY + 1);
        long earlyEnd = Times.MIN_MILLIS + 100 * DAY;
        Bounded early = new Bounded(minutes, Times.MIN_MILLIS + DAY, earlyEnd);
        assertThat(new Excepted(minutes, early, MINUTE).previousMillis(earlyEnd))
                .isEqualTo(Times.MIN_MILLIS + DAY - MINUTE);
    }

    @Test
    void shouldTakeForEverWhatAMillionWindowsTakeOut() {
        assertGivesUp(1_000, 1_000_000);
    }

    @Test
    void shouldTakeForEverWhatFourHundredYearsTakeOut() {
        assertGivesUp(DAY, 146_098);
    }

    /** Each window begins with an occurrence and ends before the next one. */
    private static void assertGivesUp(long period, int windowsInARow) {
        Counted all = new Counted(new FixedPeriod(period, 0));
        Excepted nothing = new Excepted(all, new FixedPeriod(period, 0), period / 2);
        assertThat(nothing.nextMillis(0)).isEqualTo(Schedule.NEVER);
        assertThat(all.calls).isEqualTo(windowsInARow + 1);
        assertThat(nothing.previousMillis(0)).isEqualTo(Schedule.NEVER_BEFORE);
        assertThat(all.calls).isEqualTo(2 * (windowsInARow + 1));
    }

    private static final class Counted implements Schedule {
        private final Schedule schedule;
        private int calls;

        private Counted(Schedule schedule) {
            this.schedule = schedule;
        }

        @Override
        public long nextMillis(long afterMillis) {
            calls++;
            return schedule.nextMillis(afterMillis);
        }

        @Override
        public long previousMillis(long beforeMillis) {
            calls++;
            return schedule.previousMillis(beforeMillis);
        }

        @Override
        public long count(long afterMillis, long throughMillis) {
            calls++;
            return schedule.count(afterMillis, throughMillis);
        }

        @Override
        public long leastGapMillis() {
            return schedule.leastGapMillis();
        }
    }
}
