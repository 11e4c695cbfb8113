// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.common.Condition;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.SettableClock;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterEventsTest {
    private static final Condition REFUSED =
            new Condition("Ready", "False", 1L, "2026-11-24T08:00:00Z", "InvalidSpec", "spec.queue: …");

    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00Z");
    private final List<Event> written = new ArrayList<>();
    private final ClusterEvents events = new ClusterEvents(event -> written.add((Event) event), clock);

    @Test
    void shouldCountTheSameEventInOneObject() {
        // When
        events.tell(Samples.task(), REFUSED);
        clock.advance(Duration.ofMinutes(1));
        events.tell(Samples.task(), REFUSED);
        // Then
        assertThat(written)
                .extracting(event -> event.getMetadata().getName())
                .containsOnly(written.getFirst().getMetadata().getName());
        assertThat(written.getLast().getCount()).isEqualTo(2);
        assertThat(written.getLast().getFirstTimestamp()).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(written.getLast().getLastTimestamp()).isEqualTo("2026-11-24T08:01:00Z");
    }

    @Test
    void shouldWarnOfWhatIsNotAsItShouldBe() {
        events.tell(Samples.task(), REFUSED);
        events.tell(Samples.task(), new Condition("Ready", "True", 1L, "2026-11-24T08:00:00Z", "Accepted", ""));
        assertThat(written).extracting(Event::getType).containsExactly("Warning", "Normal");
    }

    @Test
    void shouldGoOnWhenAnEventCannotBeWritten() {
        var failing = new ClusterEvents(
                event -> {
                    throw new KubernetesClientException("quota");
                },
                clock);
        failing.tell(Samples.task(), REFUSED);
    }
}
