// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.worker.Messages;
import dev.drumline.worker.TestWorkers;
import dev.drumline.worker.status.Tally;
import dev.drumline.worker.status.WorkerCard;
import dev.drumline.worker.status.WorkerReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final FakeWork work = new FakeWork();
    private final Worker worker = new Worker(work, 4, TestWorkers.rules(), telling(), () -> "w1");

    private static Worker.Telling telling() {
        Tally tally = new Tally(new SimpleMeterRegistry(), InstantSource.system());
        WorkerCard card = new WorkerCard("ns/p", List.of("a"), 4, "host", Instant.EPOCH);
        return new Worker.Telling(new Pulse(System::nanoTime), tally, new WorkerReport(card, tally));
    }

    private void enqueue(String tag, double seconds) {
        work.queue.add(Messages.of("drumline.sleep")
                .body("[[" + seconds + "], {}, {}]")
                .claimed(tag));
    }

    @Test
    void shouldLetShortTasksEndAndGiveLongOnesBack() throws InterruptedException {
        enqueue("short", 0.2);
        enqueue("long", 60);
        worker.start();
        await().until(work.queue::isEmpty);

        worker.drain(Duration.ofSeconds(1));

        assertThat(work.finished).extracting(finish -> finish.tag()).containsExactly("short");
        assertThat(work.queue).extracting(message -> message.tag()).containsExactly("long");
        assertThat(work.members).isEmpty();
    }

    @Test
    void shouldClaimNothingMoreOnceItDrains() throws InterruptedException {
        worker.start();
        await().until(() -> !work.members.isEmpty());

        worker.drain(Duration.ofSeconds(1));
        enqueue("late", 0);

        assertThat(work.queue).hasSize(1);
    }

    @Test
    void shouldEndWithinItsGraceWhileRedisIsDown() throws InterruptedException {
        enqueue("long", 60);
        worker.start();
        await().until(() -> work.held.size() == 1);
        work.down = true;
        long start = System.nanoTime();

        worker.drain(Duration.ofSeconds(1));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
