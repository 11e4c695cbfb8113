// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.broker.work.Revocations;
import dev.drumline.worker.Messages;
import dev.drumline.worker.TestWorkers;
import dev.drumline.worker.run.Workshop;
import dev.drumline.worker.status.Tally;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimLoopTest {

    private final FakeWork work = new FakeWork();
    private final Standing standing = new Standing(() -> "w1");
    private final Pulse pulse = new Pulse(() -> 0);
    private final Finisher finisher =
            new Finisher(work, new Tally(new SimpleMeterRegistry(), InstantSource.system()), pulse);
    private final Workshop workshop = new Workshop(3, TestWorkers.rules(), finisher::add);
    private final ClaimLoop loop = new ClaimLoop(work, standing, workshop, finisher, pulse);

    @BeforeEach
    void join() {
        work.members.add("w1");
        standing.joined("w1");
    }

    @AfterEach
    void stop() {
        workshop.giveUp();
        workshop.close();
    }

    private void enqueue(String task, int count) {
        for (int i = 0; i < count; i++) {
            work.queue.add(Messages.of(task).body("[[60], {}, {}]").claimed("tag-" + i));
        }
    }

    @Test
    void shouldClaimOnlyAsManyAsThereAreFreeSlots() throws InterruptedException {
        enqueue("drumline.sleep", 5);

        loop.step();
        loop.step();

        assertThat(work.held).hasSize(3);
        assertThat(work.claimSizes).containsExactly(3);
        assertThat(workshop.busy()).isEqualTo(3);
    }

    @Test
    void shouldFinishWhatItRan() throws InterruptedException {
        enqueue("drumline.echo", 2);

        loop.step();
        await().until(() -> workshop.busy() == 0);
        finisher.step();

        assertThat(work.finished).hasSize(2);
    }

    @Test
    void shouldNotRunWhatWasRevokedBeforeItWasTaken() throws InterruptedException {
        enqueue("drumline.sleep", 1);
        work.revoked = new Revocations(7, List.of("id-1"));

        loop.step();
        await().until(() -> workshop.busy() == 0);
        finisher.step();

        assertThat(work.finished).hasSize(1).allSatisfy(finish -> assertThat(
                        new String(finish.result().orElseThrow().json(), UTF_8))
                .contains("REVOKED", "\"revoked\""));
    }

    @Test
    void shouldRestLongerTheLongerItIsIdle() throws InterruptedException {
        assertThat(List.of(loop.step(), loop.step(), loop.step(), loop.step()))
                .containsExactly(
                        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(20));
        enqueue("drumline.echo", 1);
        assertThat(loop.step()).isZero();
        assertThat(loop.step()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void shouldClaimNothingWithoutAName() throws InterruptedException {
        work.members.clear();
        loop.step();
        work.claimSizes.clear();

        loop.step();

        assertThat(work.claimSizes).isEmpty();
        assertThat(standing.isJoined()).isFalse();
    }

    @Test
    void shouldBeReadyOnceAClaimWentRoundAndNotWhileRedisIsDown() throws InterruptedException {
        assertThat(pulse.isReady()).isFalse();
        loop.step();
        assertThat(pulse.isReady()).isTrue();
        work.down = true;
        assertThat(loop.step()).isEqualTo(Duration.ofMillis(50));
        assertThat(pulse.isReady()).isFalse();
        assertThat(pulse.isLive()).isTrue();
    }
}
