// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.queue.QueueSettings;
import dev.drumline.operator.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueLimitsTest {
    @Test
    void shouldTakeTheLeastThatAnyPoolSaysAndTheDefaultForTheRest() {
        var broker = Samples.broker("redis: {url: 'redis://r'}", "queueDefaults: {maxDepth: 500}");
        var wide = Samples.pool("queues: [{name: metrics, maxDepth: 100}, {name: reports}]");
        var narrow = Samples.pool("queues: [{name: metrics, maxDepth: 10}]");
        assertThat(QueueLimits.of(broker, List.of(wide, narrow)))
                .isEqualTo(new QueueSettings(Map.of("metrics", 10L, "*", 500L)));
    }

    @Test
    void shouldSetNoLimitWhereNobodySaysOne() {
        assertThat(QueueLimits.of(Samples.broker(), List.of(Samples.pool()))).isEqualTo(QueueSettings.NONE);
    }
}
