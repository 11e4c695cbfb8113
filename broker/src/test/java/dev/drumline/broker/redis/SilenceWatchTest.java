// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {

    private final EmbeddedChannel channel = new EmbeddedChannel(new SilenceWatch(Duration.ofSeconds(3)));

    SilenceWatchTest() {
        channel.freezeTime();
    }

    @Test
    void shouldCloseAConnectionThatAnswersNothing() {
        ask();
        pass(2_999);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldCountFromTheFirstQuestionThatIsNotAnswered() {
        ask();
        pass(2_000);
        ask();
        pass(1_000);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void shouldTakeAnyAnswerAsALifeSign() {
        ask();
        pass(2_999);
        channel.writeInbound("answer");
        ask();
        pass(2_999);
        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.<String>readInbound()).isEqualTo("answer");
    }

    @Test
    void shouldLeaveAConnectionAloneOnWhichNothingIsAsked() {
        ask();
        channel.writeInbound("answer");
        pass(1_000_000);
        assertThat(channel.isOpen()).isTrue();
    }

    private void ask() {
        channel.writeOutbound("question");
    }

    private void pass(long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
