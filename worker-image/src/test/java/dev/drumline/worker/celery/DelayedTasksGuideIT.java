// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.celery;

import static dev.drumline.worker.TestWorkers.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.delayed.Delayed.Moved;
import dev.drumline.broker.work.Bench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The Python of the guide to delayed tasks, as it stands there. */
class DelayedTasksGuideIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests();

    private static final Path GUIDE = Path.of("../docs/guides/delayed-tasks.md");
    private static final Pattern PYTHON = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);
    private static final List<Integer> PARTITIONS =
            IntStream.range(0, 64).boxed().toList();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private StockCelery celery;
    private Bench bench;

    @BeforeEach
    void copyFromTheGuide() throws Exception {
        celery = new StockCelery(REDIS.url(), folder);
        bench = new Bench(REDIS.link());
        List<String> snippets = PYTHON.matcher(Files.readString(GUIDE))
                .results()
                .map(snippet -> snippet.group(1))
                .toList();
        assertThat(snippets).hasSize(2);
        Files.writeString(folder.resolve("drumline_delay.py"), snippets.getFirst());
        Files.writeString(folder.resolve("shop.py"), snippets.getLast());
    }

    @Test
    void shouldKeepInRedisWhatAStockProducerDelaysAndAStockWorkerRetries() throws Exception {
        // When the producer delays a task by three seconds
        assertThat(celery.run("shop.py")).isEmpty();
        long sent = System.currentTimeMillis();

        // Then it waits in Redis
        assertThat(waiting()).isEqualTo(1);
        assertThat(bench.size("celery")).isZero();

        // When beats look for what is due, then it is moved, and not before its time
        moveOne();
        assertThat(System.currentTimeMillis()).isGreaterThan(sent + 1000);
        String id = idOf(bench.list("celery").getFirst());

        // When a stock worker takes it, which it has retried in two seconds, then that waits in Redis too
        Process worker = celery.startWorker("shop", "solo", "celery");
        try {
            await().atMost(PATIENCE).until(() -> waiting() == 1);
            await().atMost(PATIENCE).until(() -> bench.size(Keys.UNACKED) == 0);
            moveOne();

            // And then it succeeds
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.get(Keys.result(id)))
                    .contains("\"status\": \"SUCCESS\", \"result\": \"reminded of basket 7\""));
            assertThat(worker.isAlive()).as(celery.workerLog()).isTrue();
        } finally {
            worker.destroy();
            worker.waitFor();
        }
    }

    private void moveOne() {
        Delayed delayed = new Delayed(REDIS.link(), KEYS);
        await().atMost(PATIENCE)
                .until(() -> Bench.await(delayed.move(PARTITIONS, 10)).equals(new Moved(1, 0)));
    }

    private long waiting() {
        return PARTITIONS.stream().mapToLong(p -> bench.size(KEYS.delayed(p))).sum();
    }

    private static String idOf(String message) {
        return message.replaceFirst("(?s).*\"id\": \"([^\"]+)\".*", "$1");
    }
}
