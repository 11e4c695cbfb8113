// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** That everything is measured and told; how fast it is is no matter here. */
class ClockworkCommandTest {

    private static final Effort LEAST = new Effort(0, 0, 1, Duration.ofMillis(1), List.of(1_000));

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void shareTheMachine() {
        // JMH lets one run at a time use a machine, by a lock file; other builds may measure meanwhile.
        System.setProperty("jmh.ignoreLock", "true");
    }

    @Test
    void shouldTellEachFigureAsJson() throws Exception {
        assertThat(run("-o", "json")).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.at("/machine/cpu").asText()).isNotEmpty();
        assertThat(report.at("/machine/cores").asInt()).isPositive();
        assertThat(report.at("/machine/jdk").asText()).contains("25");
        assertThat(report.at("/machine/loadAverage").isNumber()).isTrue();
        assertThat(report.at("/figures")).hasSize(8).allSatisfy(figure -> {
            assertThat(figure.at("/name").asText()).isNotEmpty();
            assertThat(figure.at("/unit").asText()).isIn("µs", "ns", "bytes");
            assertThat(figure.at("/ours").asDouble()).isPositive();
            if (!figure.at("/name").asText().startsWith("next of crontab")) {
                assertThat(figure.at("/peer").asDouble()).isPositive();
                assertThat(figure.at("/ratio").asDouble()).isPositive();
            }
        });
        assertThat(report.at("/figures/0/promise").asDouble()).isOne();
        assertThat(report.at("/figures/0/met").isBoolean()).isTrue();
    }

    @Test
    void shouldTellEachFigureAsATable() {
        assertThat(run("--quick")).isZero();
        assertThat(out.toString())
                .contains("next of cron */5 * * * * UTC, beside cron-utils", "≤ 1.00")
                .contains("a fire among 1,000 entries, beside PriorityQueue")
                .contains("memory of one of 1,000 entries, beside PriorityQueue");
    }

    @Test
    void shouldRefuseAFormatThatItDoesNotKnow() {
        assertThat(run("-o", "xml")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private int run(String... arguments) {
        return new CommandLine(new ClockworkCommand(LEAST, LEAST))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }
}
