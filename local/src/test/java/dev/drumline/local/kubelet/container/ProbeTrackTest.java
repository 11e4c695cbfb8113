// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.local.kubelet.probe.Probe;
import dev.drumline.local.kubelet.probe.ProbeAction;
import dev.drumline.local.kubelet.probe.ProbeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ProbeTrackTest {

    private static final Instant START = Instant.EPOCH;

    private final Queue<ProbeResult> answers = new ArrayDeque<>();
    private final ProbeTrack track = new ProbeTrack(
            new Probe(
                    new ProbeAction.TcpSocket("127.0.0.1", 1),
                    Duration.ZERO,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    1,
                    2),
            (probe, done) -> done.accept(answers.remove()),
            START);

    @Test
    void shouldPassWithTheFirstSuccessEvenWithinThePeriod() {
        tryAt(0, ProbeResult.failed("refused"));
        assertThat(track.passes()).isFalse();
        assertThat(track.fails()).isFalse();

        tryAt(600, ProbeResult.passed());
        assertThat(track.passes()).isTrue();
    }

    @Test
    void shouldFailAfterAsManyPeriodsAsItsThresholdSays() {
        tryAt(0, ProbeResult.passed());

        tryAt(2_000, ProbeResult.failed("503"));
        assertThat(track.fails()).isFalse();

        tryAt(4_000, ProbeResult.failed("503"));
        assertThat(track.fails()).isTrue();
    }

    @Test
    void shouldKeepThePeriodOnceItHasPassed() {
        tryAt(0, ProbeResult.passed());

        track.step(START.plusMillis(1_900));

        assertThat(track.nextAt()).isEqualTo(START.plusMillis(2_000));
    }

    private void tryAt(long millis, ProbeResult answer) {
        answers.add(answer);
        track.step(START.plusMillis(millis));
        track.step(START.plusMillis(millis));
        assertThat(answers).isEmpty();
    }
}
