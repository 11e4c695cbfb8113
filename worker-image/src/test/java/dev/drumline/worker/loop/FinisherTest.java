// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.work.Claimed;
import dev.drumline.broker.work.Finish;
import dev.drumline.worker.result.Outcome;
import dev.drumline.worker.run.Done;
import dev.drumline.worker.status.Tally;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class FinisherTest {

    private final FakeWork work = new FakeWork();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Tally tally = new Tally(meters, InstantSource.system());
    private final Finisher finisher = new Finisher(work, tally, new Pulse(() -> 0));

    private void holdAndAdd(String tag) {
        work.held.put(tag, new Claimed(tag, "a", "a", new byte[0], 0));
        add("w1", tag);
    }

    private void add(String worker, String tag) {
        finisher.add(new Done(worker, Finish.ack(tag), "t.work", Outcome.SUCCEEDED, Duration.ZERO));
    }

    private double counted(String outcome) {
        var counter = meters.find("drumline.tasks").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void shouldTellAllThatIsReadyAtOnce() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            holdAndAdd("t" + i);
        }

        finisher.step();

        assertThat(work.finished).hasSize(100);
        assertThat(finisher.isEmpty()).isTrue();
        assertThat(counted("succeeded")).isEqualTo(100);
    }

    @Test
    void shouldCountARefusalAsSuperseded() throws InterruptedException {
        add("w1", "unheld");

        finisher.step();

        assertThat(counted("superseded")).isEqualTo(1);
    }

    @Test
    void shouldAskAgainWhileRedisIsDown() throws InterruptedException {
        holdAndAdd("t1");
        holdAndAdd("t2");
        work.down = true;
        assertThat(finisher.step()).isPositive();
        assertThat(finisher.isEmpty()).isFalse();
        work.down = false;

        finisher.step();
        finisher.step();

        assertThat(work.finished).hasSize(2);
        assertThat(counted("succeeded")).isEqualTo(2);
    }

    @Test
    void shouldNotTakeALostAnswerForASupersededTask() throws InterruptedException {
        holdAndAdd("t1");
        work.losesAnswers = true;
        finisher.step();
        work.losesAnswers = false;

        finisher.step();

        assertThat(counted("succeeded")).isEqualTo(1);
        assertThat(counted("superseded")).isZero();
    }

    @Test
    void shouldKeepTheNamesOfTwoLivesApart() throws InterruptedException {
        holdAndAdd("t1");
        work.held.put("t2", new Claimed("t2", "a", "a", new byte[0], 0));
        add("w2", "t2");

        finisher.step();
        assertThat(work.finished).hasSize(1);
        finisher.step();

        assertThat(work.finished).hasSize(2);
    }
}
