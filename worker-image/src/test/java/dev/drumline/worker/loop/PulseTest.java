// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    private long nanos;
    private final Pulse pulse = new Pulse(() -> nanos);

    private void pass(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void shouldBeDeadWhenTheLoopStands() {
        pass(9);
        assertThat(pulse.isLive()).isTrue();
        pass(2);
        assertThat(pulse.isLive()).isFalse();
        pulse.looped();
        assertThat(pulse.isLive()).isTrue();
    }

    @Test
    void shouldOutliveAnOutageOfAMinuteButNotMore() {
        pass(59);
        pulse.looped();
        pulse.failed(new IllegalStateException("down"));
        assertThat(pulse.isLive()).isTrue();
        pass(2);
        pulse.looped();
        assertThat(pulse.isLive()).isFalse();
        pulse.answered();
        assertThat(pulse.isLive()).isTrue();
    }

    @Test
    void shouldBeReadyAfterAClaimOnly() {
        pulse.answered();
        assertThat(pulse.isReady()).isFalse();
        pulse.claimed();
        assertThat(pulse.isReady()).isTrue();
        pass(6);
        assertThat(pulse.isReady()).isFalse();
    }

    @Test
    void shouldNotBeReadyWhileItDrains() {
        pulse.claimed();
        pulse.stopped();

        assertThat(pulse.isReady()).isFalse();
    }
}
