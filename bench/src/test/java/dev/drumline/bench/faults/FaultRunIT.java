// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.workload.Workload;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real beats, a real Redis, real Sentinels: nothing is lost and nothing comes twice, whatever ends. */
class FaultRunIT {

    private static final Checkout CHECKOUT =
            new Checkout(Path.of("..").toAbsolutePath().normalize());

    @TempDir
    Path scratch;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void shouldFireEachOccurrenceOnce(Fault fault) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/redis-server")), "redis-server is not installed");
        FaultRun run = new FaultRun(
                CHECKOUT,
                scratch,
                new Workload(2_000, "1s"),
                new FaultRun.Extent(1, Duration.ofSeconds(4)),
                new PrintWriter(new StringWriter()));
        FaultResult result = run.inflict(fault);
        assertThat(result.isSound()).as(result.toString()).isTrue();
        assertThat(result.messages()).isGreaterThan(10_000);
    }
}
