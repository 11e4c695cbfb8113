// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.work.Finish;
import dev.drumline.worker.result.Outcome;
import dev.drumline.worker.run.Done;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerReportTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void shouldSayWhatAWorkerDid() {
        Tally tally = new Tally(new SimpleMeterRegistry(), InstantSource.fixed(NOW));
        Done done = new Done("w1", Finish.ack("t"), "t.work", Outcome.SUCCEEDED, Duration.ofMillis(5));
        tally.count(done, Outcome.SUCCEEDED);
        tally.count(done, Outcome.FAILED);
        tally.count(done, Outcome.SUPERSEDED);
        WorkerReport report = new WorkerReport(new WorkerCard("ns/pool", List.of("a", "b"), 8, "pod-1", NOW), tally);

        assertThat(new String(report.json(3, false), StandardCharsets.UTF_8))
                .isEqualTo("{\"pool\":\"ns/pool\",\"queues\":[\"a\",\"b\"],\"concurrency\":8,\"hostname\":\"pod-1\","
                        + "\"startedAt\":\"2026-11-24T08:00:00Z\",\"busy\":3,\"draining\":false,"
                        + "\"processed\":2,\"succeeded\":1,\"failed\":1,"
                        + "\"tasks\":{\"t.work\":{\"ok\":1,\"failed\":1,\"lastTime\":\"2026-11-24T08:00:00Z\"}}}");
    }
}
