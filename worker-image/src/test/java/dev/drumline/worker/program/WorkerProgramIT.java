// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.program;

import static dev.drumline.worker.TestWorkers.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.work.Bench;
import dev.drumline.worker.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WorkerProgramIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final Duration START = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void watch() {
        bench = new Bench(REDIS.link());
    }

    private WorkerProgram start(String name) throws IOException {
        return start(name, Map.of());
    }

    private WorkerProgram start(String name, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DRUMLINE_REDIS_URL", REDIS.url(), "DRUMLINE_QUEUES", "a", "DRUMLINE_GRACE_PERIOD_SECONDS", "2"));
        environment.putAll(more);
        return WorkerProgram.start(folder, name, environment);
    }

    private void push(String id, double seconds) {
        bench.push(
                "a",
                Messages.of("drumline.sleep")
                        .id(id)
                        .body("[[" + seconds + "], {}, {}]")
                        .text());
    }

    private boolean succeeded(String id) {
        String json = bench.get(Keys.result(id));
        return json != null && json.contains("SUCCESS");
    }

    @Test
    void shouldRunElsewhereWhatAKilledWorkerHeld() throws Exception {
        try (WorkerProgram first = start("first");
                WorkerProgram second = start("second")) {
            await().atMost(START).until(() -> first.isReady() && second.isReady());
            push("long", 5);
            await().until(() -> bench.size(Keys.UNACKED) == 1);
            boolean firstHolds = bench.members(KEYS.workers()).stream()
                    .filter(name -> name.startsWith("first"))
                    .anyMatch(name -> bench.size(KEYS.inflight(name)) == 1);

            (firstHolds ? first : second).kill();
            long start = System.nanoTime();

            await().atMost(START).until(() -> bench.size(KEYS.deliveries()) == 1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
            await().atMost(START).until(() -> succeeded("long"));
            assertThat((firstHolds ? second : first).log()).contains("Put back what a dead worker held");
            assertThat(bench.size(KEYS.workers())).isEqualTo(1);
        }
    }

    @Test
    void shouldFinishGiveBackAndLeaveOnSigterm() throws Exception {
        try (WorkerProgram worker = start("leaver")) {
            await().atMost(START).until(worker::isReady);
            push("short", 0.3);
            push("long", 60);
            await().until(() -> bench.size("a") == 0);

            worker.terminate();
            worker.exitCode();

            assertThat(succeeded("short")).isTrue();
            assertThat(bench.list("a")).hasSize(1);
            assertThat(bench.size(Keys.UNACKED)).isZero();
            assertThat(bench.size(KEYS.workers())).isZero();
            assertThat(worker.log()).contains("Left the broker  worker=leaver");
        }
    }

    @Test
    void shouldTellOfItselfByHttpAndInRedis() throws Exception {
        try (WorkerProgram worker = start("teller", Map.of("DRUMLINE_POOL", "ns/pool"))) {
            await().atMost(START).until(worker::isReady);
            push("quick", 0);
            await().until(() -> succeeded("quick"));

            assertThat(worker.get("/q/health/live")).contains("\"status\": \"UP\"");
            await().untilAsserted(() -> assertThat(worker.get("/q/metrics"))
                    .contains("drumline_tasks_total{outcome=\"succeeded\",task=\"drumline.sleep\"} 1.0")
                    .contains("drumline_busy 0.0")
                    .contains("drumline_task_seconds_count{task=\"drumline.sleep\"} 1"));
            String name = bench.members(KEYS.workers()).getFirst();
            await().untilAsserted(() -> assertThat(bench.get(KEYS.worker(name)))
                    .contains("\"pool\":\"ns/pool\"", "\"hostname\":\"teller\"", "\"processed\":1"));
        }
    }

    @Test
    void shouldSayWhatIsWrongWithItsConfiguration() throws Exception {
        try (WorkerProgram worker = start("wrong", Map.of("DRUMLINE_CONCURRENCY", "0"))) {
            assertThat(worker.exitCode()).isEqualTo(1);
            assertThat(worker.log()).contains("DRUMLINE_CONCURRENCY is 0, must be 1-1000");
        }
    }
}
