// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Machine MACHINE = new Machine("a cpu", 2, "25", 0.25);

    @Test
    void shouldSayWhichPromiseIsMet() {
        Report report = new Report(
                MACHINE,
                List.of(
                        new Figure("a fire", "ns", 12.34, 1_234.0, "a heap", 50.0),
                        new Figure("a byte", "bytes", 30.0, null, null, 24.0),
                        new Figure("a step", "µs", 0.0456, null, null, null)));
        assertThat(report.table().lines().map(line -> line.replaceAll(" {2,}", "|")))
                .containsExactly(
                        "a cpu, 2 cores, JDK 25, load before the run 0.3",
                        "",
                        "figure|ours|unit|peer|ratio|promise|met",
                        "a fire, beside a heap|12.3|ns|1,234|100|≤ 50.0|yes",
                        "a byte|30.0|bytes|-|-|≤ 24.0|NO",
                        "a step|0.046|µs|-|-|-|-");
    }
}
