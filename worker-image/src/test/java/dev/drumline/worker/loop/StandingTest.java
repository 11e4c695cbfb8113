// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StandingTest {

    private final AtomicInteger lives = new AtomicInteger();
    private final Standing standing = new Standing(() -> "w" + lives.incrementAndGet());

    @Test
    void shouldClaimUnderNoNameBeforeItJoined() {
        assertThat(standing.joinedName()).isEmpty();
        standing.joined("w1");
        assertThat(standing.joinedName()).contains("w1");
    }

    @Test
    void shouldLoseANameOnce() {
        standing.joined("w1");

        standing.lost("w1");
        standing.lost("w1");

        assertThat(standing.name()).isEqualTo("w2");
        assertThat(standing.isJoined()).isFalse();
    }

    @Test
    void shouldNotTakeALateAnswerForItsNewName() {
        standing.lost("w1");

        standing.joined("w1");

        assertThat(standing.isJoined()).isFalse();
    }
}
