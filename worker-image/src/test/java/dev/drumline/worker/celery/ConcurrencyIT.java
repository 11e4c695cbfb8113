// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.celery;

import static dev.drumline.worker.TestWorkers.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.message.Concurrency;
import dev.drumline.broker.message.Delivery;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.message.MessageTemplate;
import dev.drumline.broker.message.OutgoingMessage;
import dev.drumline.broker.message.TaskCall;
import dev.drumline.broker.partition.FireAnswer;
import dev.drumline.broker.partition.FireBatch;
import dev.drumline.broker.partition.FireBatch.Group;
import dev.drumline.broker.partition.FireBatch.Guard;
import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.LeaseRequest;
import dev.drumline.broker.partition.RedisFiringStore;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.work.Bench;
import dev.drumline.worker.TestWorkers;
import dev.drumline.worker.loop.Worker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What workers, ours and Celery's own, do for a schedule that forbids or replaces what has not ended. */
class ConcurrencyIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final String ENTRY = "ns/slow";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Bench bench;
    private FiringStore store;
    private long due;

    @BeforeEach
    void holdAPartition() {
        bench = new Bench(REDIS.link());
        store = new RedisFiringStore(REDIS.link(), KEYS, 1);
        due = System.currentTimeMillis() - 60_000;
        bench.putHash(KEYS.partition(0), Map.of("mark", due + " " + ENTRY, "version", "1"));
        Bench.await(
                store.lease(new LeaseRequest("me", Duration.ofMinutes(5), Duration.ofSeconds(10), "{}", Set.of(0))));
    }

    @Test
    void shouldForbidUntilAStockWorkerHasTheResult() throws Exception {
        TaskCall add = new TaskCall("stock.add", Json.array().add(3).add(4), Json.object());
        String first = fire(add, Concurrency.FORBID).orElseThrow();
        assertThat(fire(add, Concurrency.FORBID)).isEmpty();

        withStockWorker("solo", () -> {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.get(Keys.result(first)))
                    .startsWith("{\"status\": \"SUCCESS\""));
            String next = fire(add, Concurrency.FORBID).orElseThrow();
            await().atMost(PATIENCE).until(() -> bench.get(Keys.result(next)) != null);
        });
        assertThat(bench.get(KEYS.running(ENTRY))).isNotNull();
    }

    @Test
    void shouldForbidWhileAStockWorkerRetries() throws Exception {
        TaskCall retry = new TaskCall("stock.retry", Json.array().add(3), Json.object());
        String first = fire(retry, Concurrency.FORBID).orElseThrow();

        withStockWorker("solo", () -> {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.get(Keys.result(first)))
                    .startsWith("{\"status\": \"RETRY\""));
            assertThat(fire(retry, Concurrency.FORBID)).isEmpty();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.get(Keys.result(first)))
                    .startsWith("{\"status\": \"SUCCESS\""));
            assertThat(fire(retry, Concurrency.FORBID)).isPresent();
        });
    }

    @Test
    void shouldTakeFromAStockWorkerWhatIsReplaced() throws Exception {
        withStockWorker("prefork", () -> {
            String first = fire(sleeper("first"), Concurrency.REPLACE).orElseThrow();
            await().atMost(PATIENCE).until(() -> begun("first"));

            String second = fire(sleeper("second"), Concurrency.REPLACE).orElseThrow();

            await().atMost(PATIENCE).until(() -> begun("second"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.get(Keys.result(first)))
                    .startsWith("{\"status\": \"REVOKED\"")
                    .contains("terminated"));
            assertThat(bench.get(Keys.result(second))).isNull();

            // One that did not begin yet is never run.
            String third = fire(sleeper("third"), Concurrency.REPLACE).orElseThrow();
            String fourth = fire(sleeper("fourth"), Concurrency.REPLACE).orElseThrow();
            await().atMost(PATIENCE).until(() -> begun("fourth"));
            for (String replaced : List.of(second, third)) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.get(Keys.result(replaced)))
                        .contains("REVOKED"));
            }
            assertThat(begun("third")).isFalse();
            assertThat(bench.get(KEYS.running(ENTRY))).isEqualTo(fourth);
        });
    }

    @Test
    void shouldForbidUntilAWorkerOfOursIsDone() throws Exception {
        TaskCall echo = new TaskCall("drumline.echo");
        fire(echo, Concurrency.FORBID);
        assertThat(fire(echo, Concurrency.FORBID)).isEmpty();

        withWorkerOfOurs(() -> {
            await().atMost(PATIENCE).until(() -> bench.get(KEYS.running(ENTRY)) == null);
            assertThat(fire(echo, Concurrency.FORBID)).isPresent();
        });
    }

    @Test
    void shouldTakeFromAWorkerOfOursWhatIsReplaced() throws Exception {
        TaskCall sleep = new TaskCall("drumline.sleep", Json.array().add(60), Json.object());
        withWorkerOfOurs(() -> {
            String first = fire(sleep, Concurrency.REPLACE).orElseThrow();
            await().atMost(PATIENCE).until(() -> bench.size(Keys.UNACKED) == 1);

            String second = fire(sleep, Concurrency.REPLACE).orElseThrow();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.get(Keys.result(first)))
                    .startsWith("{\"status\":\"REVOKED\"")
                    .contains("TaskRevokedError"));
            await().atMost(PATIENCE)
                    .until(() -> bench.hash(Keys.UNACKED).keySet().equals(Set.of(second)));
            assertThat(bench.get(KEYS.running(ENTRY))).isEqualTo(second);
        });
    }

    /** The task id of the next occurrence, unless it was forbidden. */
    private Optional<String> fire(TaskCall call, Concurrency concurrency) {
        Delivery delivery = new Delivery("a", null, null, null, false, null, concurrency);
        MessageTemplate template = MessageTemplate.of(ENTRY, call, delivery, "beat@test");
        Mark from = new Mark(due, ENTRY);
        due++;
        String id = template.taskId(due);
        Guard guard = new Guard(concurrency, ENTRY, id, delivery.longestLife().toMillis());
        Group group = new Group("a", 0, 0, List.of(new OutgoingMessage(template, due, due)), Optional.of(guard));
        FireBatch batch = new FireBatch(0, from, new Mark(due, ENTRY), 1, due, List.of(), List.of(group));
        FireAnswer answer =
                Bench.await(store.fire("me", List.of(batch))).answers().getFirst();
        assertThat(answer.status()).isEqualTo(FireAnswer.Status.FIRED);
        return answer.pushed().getFirst() == 1 ? Optional.of(id) : Optional.empty();
    }

    private TaskCall sleeper(String sign) {
        ArrayNode args = Json.array().add(120).add(folder.resolve(sign).toString());
        return new TaskCall("stock.sleep", args, Json.object());
    }

    private boolean begun(String sign) {
        return Files.exists(folder.resolve(sign));
    }

    @FunctionalInterface
    private interface Story {
        void tell() throws Exception;
    }

    private void withStockWorker(String pool, Story story) throws Exception {
        StockCelery celery = new StockCelery(REDIS.url(), folder);
        Process worker = celery.startWorker(pool, "a");
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(celery.workerLog()).contains("ready."));
            story.tell();
            assertThat(worker.isAlive()).as(celery.workerLog()).isTrue();
            assertThat(celery.workerLog()).doesNotContain("Unrecoverable error");
        } finally {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly().waitFor();
        }
    }

    private static void withWorkerOfOurs(Story story) throws Exception {
        try (RedisLink link = REDIS.connect()) {
            Worker worker = TestWorkers.on(link, "a");
            worker.start();
            try {
                story.tell();
            } finally {
                worker.drain(Duration.ZERO);
            }
        }
    }
}
