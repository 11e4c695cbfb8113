// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.common.Condition;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00.123Z");
    private final Conditions conditions = new Conditions(clock);

    @Test
    void shouldKeepTheTransitionTimeWhileTheStatusStays() {
        // Given
        Condition before = conditions.no(Samples.task(), "Ready", "InvalidSpec", "a");
        clock.advance(Duration.ofMinutes(1));
        // When
        var merged = Conditions.merge(List.of(before), List.of(conditions.no(Samples.task(), "Ready", "Other", "b")));
        // Then
        assertThat(merged).containsExactly(new Condition("Ready", "False", 1L, "2026-11-24T08:00:00Z", "Other", "b"));
    }

    @Test
    void shouldTakeTheNewTransitionTimeWhenTheStatusChanges() {
        // Given
        Condition before = conditions.no(Samples.task(), "Ready", "InvalidSpec", "a");
        clock.advance(Duration.ofMinutes(1));
        // When
        var merged =
                Conditions.merge(List.of(before), List.of(conditions.yes(Samples.task(), "Ready", "Accepted", "")));
        // Then
        assertThat(merged.getFirst().lastTransitionTime()).isEqualTo("2026-11-24T08:01:00Z");
    }

    @Test
    void shouldDropWhatIsNoLongerSaid() {
        Condition gone = conditions.no(Samples.task(), "RunNow", "NotYetSupported", "");
        Condition ready = conditions.yes(Samples.task(), "Ready", "Accepted", "");
        assertThat(Conditions.merge(List.of(gone), List.of(ready))).containsExactly(ready);
    }
}
