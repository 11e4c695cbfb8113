// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.celery;

import static dev.drumline.worker.TestWorkers.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.work.Bench;
import dev.drumline.broker.work.Finish;
import dev.drumline.worker.TestWorkers;
import dev.drumline.worker.loop.Worker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The judge of the wire format is Celery itself. */
class CeleryIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private StockCelery celery;
    private Bench bench;

    @BeforeEach
    void find() throws Exception {
        celery = new StockCelery(REDIS.url(), folder);
        bench = new Bench(REDIS.link());
    }

    @Test
    void shouldServeAStockClient() throws Exception {
        try (RedisLink link = REDIS.connect()) {
            Worker worker = TestWorkers.on(link, "celery");
            worker.start();

            List<String> lines = celery.runClient();

            assertThat(lines)
                    .containsExactly(
                            "echo returned {'args': [1, 'zwei'], 'kwargs': {'three': 3.5}}",
                            "typed returned {'args': ['00000000-0000-0000-0000-000000000007', '2026-11-24T08:00:00'],"
                                    + " 'kwargs': {}}",
                            "exception raised IllegalArgumentException seconds is -1, must be a number from 0 to 86400",
                            "unknown raised NotRegistered 'no.such'",
                            "expired raised TaskRevokedError expired",
                            "limited raised TimeLimitExceeded TimeLimitExceeded('0.2',)",
                            "urgent returned 0",
                            "zipped returned {'args': ['xxx'], 'kwargs': {}}");
            worker.drain(Duration.ofSeconds(1));
        }
        assertThat(bench.size(Keys.UNACKED)).isZero();
        assertThat(bench.size(Keys.UNACKED_INDEX)).isZero();
    }

    @Test
    void shouldBeServedByAStockWorker() throws Exception {
        String id = push(3, 4);

        withStockWorker(() -> succeeds(id, 7));
    }

    @Test
    void shouldLeaveToAStockWorkerWhatOneOfOursHeldTooLong() throws Exception {
        String id = push(5, 6);
        bench.join("ghost");
        assertThat(bench.claim("ghost", 1)).hasSize(1);
        bench.ageInUnacked();

        withStockWorker(() -> succeeds(id, 11));
        assertThat(bench.finish("ghost", Finish.ack(id))).containsExactly(false);
        assertThat(bench.size(KEYS.inflight("ghost"))).isZero();
    }

    private String push(int x, int y) {
        ArrayNode args = Json.array().add(x).add(y);
        MessageTemplate template = MessageTemplate.of(
                "ns/add", new TaskCall("stock.add", args, Json.object()), Delivery.to("a"), "beat@test");
        long now = System.currentTimeMillis();
        bench.push(template.list(), new String(template.message(now, now), StandardCharsets.UTF_8));
        return template.taskId(now);
    }

    private void succeeds(String id, int sum) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.get(Keys.result(id)))
                .contains("\"status\": \"SUCCESS\", \"result\": " + sum));
        await().untilAsserted(() -> assertThat(bench.size(Keys.UNACKED)).isZero());
    }

    private void withStockWorker(Runnable test) throws Exception {
        Process worker = celery.startWorker("a");
        try {
            test.run();
            assertThat(worker.isAlive()).as(celery.workerLog()).isTrue();
        } finally {
            worker.destroy();
            worker.waitFor();
        }
    }
}
