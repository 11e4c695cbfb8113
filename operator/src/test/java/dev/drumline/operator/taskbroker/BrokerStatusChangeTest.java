// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.taskbroker.TaskBrokerStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerStatusChangeTest {
    @Test
    void shouldWriteTheFiredThroughTimeEachHalfMinute() {
        assertThat(matters(status(2, "2026-11-24T08:00:00Z"), status(2, "2026-11-24T08:00:29Z")))
                .isFalse();
        assertThat(matters(status(2, "2026-11-24T08:00:00Z"), status(2, "2026-11-24T08:00:30Z")))
                .isTrue();
        assertThat(matters(status(2, null), status(2, "2026-11-24T08:00:30Z"))).isTrue();
    }

    @Test
    void shouldWriteAtOnceWhatElseChanges() {
        assertThat(matters(status(2, "2026-11-24T08:00:00Z"), status(1, "2026-11-24T08:00:01Z")))
                .isTrue();
    }

    private static boolean matters(TaskBrokerStatus before, TaskBrokerStatus after) {
        return BrokerStatusChange.matters(before, after);
    }

    private static TaskBrokerStatus status(int beats, String firedThrough) {
        return new TaskBrokerStatus(List.of(), 1L, beats, "", 64, 1000L, firedThrough);
    }
}
