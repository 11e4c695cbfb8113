// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.work.Revocations;
import dev.drumline.worker.TestWorkers;
import dev.drumline.worker.run.Workshop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private long nanos;
    private final AtomicInteger lives = new AtomicInteger();
    private final FakeWork work = new FakeWork();
    private final Standing standing = new Standing(() -> "w" + lives.incrementAndGet());
    private final Workshop workshop = new Workshop(1, TestWorkers.rules(), done -> {});
    private final Heartbeat heartbeat =
            new Heartbeat(work, standing, workshop, () -> new byte[0], new Pulse(() -> nanos), () -> nanos);

    @AfterEach
    void close() {
        workshop.close();
    }

    private void beats(int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos += Duration.ofSeconds(1).toNanos();
            heartbeat.step();
        }
    }

    @Test
    void shouldJoinUnderItsName() {
        heartbeat.step();

        assertThat(work.members).containsExactly("w1");
        assertThat(standing.joinedName()).contains("w1");
    }

    @Test
    void shouldTakeANewNameWhenDeclaredDead() {
        heartbeat.step();
        work.members.clear();

        assertThat(heartbeat.step()).isZero();
        assertThat(standing.joinedName()).isEmpty();
        heartbeat.step();

        assertThat(standing.joinedName()).contains("w2");
    }

    @Test
    void shouldJudgeOthersOnlyAfterFiveSecondsWithoutAGap() {
        beats(4);
        assertThat(work.restores).isZero();
        beats(3);
        assertThat(work.restores).isPositive();
    }

    @Test
    void shouldJudgeNobodyRightAfterAnOutage() {
        beats(10);
        work.down = true;
        beats(10);
        work.down = false;
        work.restores = 0;

        beats(5);
        assertThat(work.restores).isZero();
        beats(2);
        assertThat(work.restores).isPositive();
    }

    @Test
    void shouldHearWhatIsRevoked() {
        work.revoked = new Revocations(7, List.of("id-1"));

        heartbeat.step();

        assertThat(workshop.knownRevoked()).isEqualTo(7);
    }
}
