// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import static dev.drumline.worker.TestWorkers.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.broker.Keys;
import dev.drumline.broker.RedisForTests;
import dev.drumline.broker.delayed.Delayed;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.work.Bench;
import dev.drumline.worker.Messages;
import dev.drumline.worker.TestWorkers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkerIT {

    @RegisterExtension
    static final RedisForTests REDIS = new RedisForTests("--appendonly", "yes");

    private RedisLink link;
    private Bench bench;
    private Worker worker;

    @BeforeEach
    void start() {
        bench = new Bench(REDIS.link());
        link = REDIS.connect();
        worker = TestWorkers.on(link, "a");
        worker.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        worker.drain(Duration.ZERO);
        link.close();
    }

    private void push(Messages message) {
        bench.push("a", message.text());
    }

    private boolean succeeded(String id) {
        String json = bench.get(Keys.result(id));
        return json != null && json.contains("SUCCESS");
    }

    private long held() {
        return bench.size(Keys.UNACKED);
    }

    @Test
    void shouldRunWhatIsQueuedAndStoreItsResult() {
        push(Messages.of("drumline.echo").body("[[1], {}, {}]"));

        await().until(() -> succeeded("id-1"));
        assertThat(held()).isZero();
    }

    @Test
    void shouldBeginATaskWithinAFewMilliseconds() {
        push(Messages.of("drumline.echo").id("warm-up"));
        await().until(() -> succeeded("warm-up"));

        long start = System.nanoTime();
        push(Messages.of("drumline.echo").id("second"));
        await().pollInterval(Duration.ofMillis(1)).until(() -> succeeded("second"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void shouldLeaveATaskWithAnEtaToTheBeats() {
        Instant eta = Instant.now().plusSeconds(1);
        push(Messages.of("drumline.echo").header("eta", '"' + eta.toString() + '"'));
        await().until(() -> bench.size(KEYS.delayed(0)) == 1);
        assertThat(held()).isZero();

        Delayed delayed = new Delayed(REDIS.link(), KEYS);
        await().until(() ->
                delayed.move(List.of(0), 10).toCompletableFuture().join().moved() == 1);

        await().until(() -> succeeded("id-1"));
        assertThat(Instant.now()).isAfter(eta);
    }

    @Test
    void shouldSetAsideWhatCantBeReadAndGoOn() {
        bench.push("a", "{\"headers\": \"none\"}", "garbage");
        push(Messages.of("drumline.echo"));

        await().until(() -> succeeded("id-1"));
        await().until(() -> bench.size(KEYS.dead("a")) == 2);
        await().until(() -> held() == 0);
    }

    @Test
    void shouldTakeUpItsWorkWhenRedisIsBack() throws Exception {
        push(Messages.of("drumline.sleep").id("across").body("[[4], {}, {}]"));
        await().until(() -> held() == 1);
        await().pollDelay(Duration.ofMillis(1100)).until(() -> true); // AOF everysec
        REDIS.kill();
        REDIS.start();
        long start = System.nanoTime();
        await().ignoreExceptions().until(() -> {
            push(Messages.of("drumline.echo").id("after"));
            return true;
        });

        await().ignoreExceptions().until(() -> succeeded("after"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        await().until(() -> succeeded("across"));
        await().until(() -> held() == 0);
    }

    @Test
    void shouldGoOnAfterItsScriptsAndAllElseAreGone() {
        push(Messages.of("drumline.echo").id("before"));
        await().until(() -> succeeded("before"));

        bench.forgetEverything();
        push(Messages.of("drumline.echo").id("after"));

        await().until(() -> succeeded("after"));
    }
}
