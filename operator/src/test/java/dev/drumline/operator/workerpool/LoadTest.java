// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.status.QueueStatus;
import dev.drumline.broker.status.WorkerReport;
import dev.drumline.operator.testing.Samples;
import dev.drumline.operator.testing.Sights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void shouldCountThePoolsOwnWorkersAndQueues() {
        // Given
        var pool = Samples.pool("queues: [{name: metrics}, {name: reports}]");
        var reports = Sights.reports(
                1,
                List.of(
                        new QueueStatus("metrics", 5, 0),
                        new QueueStatus("reports", 2, 1),
                        new QueueStatus("other", 100, 0)),
                Map.of("a", worker("shop/metrics", 3), "b", worker("shop/metrics", 1), "c", worker("shop/other", 9)));
        // When / Then
        assertThat(Load.of(pool, reports)).isEqualTo(new Load(4, 7L));
    }

    private static WorkerReport worker(String pool, int busy) {
        return new WorkerReport(pool, List.of("metrics"), 8, busy, false, null, 0, 0, Map.of());
    }
}
