// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.workload.Workload;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That real beats and a real peer are measured to the end; how fast they are is no matter here. */
class BeatsRunIT {

    private static final Checkout CHECKOUT =
            new Checkout(Path.of("..").toAbsolutePath().normalize());
    private static final Workload WORKLOAD = new Workload(300, "1s");

    @TempDir
    Path scratch;

    private final PrintWriter progress = new PrintWriter(new StringWriter());

    @Test
    void shouldHoldEachMessageOfTwoBeatsAgainstItsRule() throws Exception {
        BeatsResult result = new BeatsRun(CHECKOUT, scratch, progress)
                .measure(new Settings(WORKLOAD, 2, List.of("-Xmx128m"), Duration.ofSeconds(2), Duration.ofSeconds(3)));
        assertThat(result.counts().messages()).isGreaterThan(900);
        assertThat(result.counts().faults().lost()).isZero();
        assertThat(result.counts().faults().duplicated()).isZero();
        assertThat(result.counts().faults().early()).isZero();
        assertThat(result.counts().faults().unexpected()).isZero();
        assertThat(result.counts().faults().missed()).isZero();
        assertThat(result.start().startSeconds()).isPositive();
        assertThat(result.effort().rssMiB()).isPositive();
        assertThat(result.effort().cpu().get("beats")).isPositive();
        assertThat(result.timeline()).isNotEmpty();
    }

    @Test
    void shouldMeasureCeleryBeatBeside() throws Exception {
        assumeTrue(Peer.CELERY_BEAT.isThere(scratch), "Celery is not installed for /usr/bin/python3");
        BeatsResult result = new PeerRun(scratch, progress).measure(Peer.CELERY_BEAT, WORKLOAD, Duration.ofSeconds(3));
        assertThat(result.counts().messages()).isGreaterThanOrEqualTo(300);
        assertThat(result.latenessMs().max()).isPositive();
        assertThat(result.counts().outstanding()).isNotNegative();
        assertThat(result.effort().rssMiB()).isPositive();
    }
}
