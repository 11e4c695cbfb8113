// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drumline.bench.report.Machine;
import dev.drumline.bench.report.Output;
import dev.drumline.bench.workload.Faults;
import dev.drumline.bench.workload.Lateness;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class BeatsReportTest {

    private static final BeatsReport REPORT = new BeatsReport(
            new Machine("a CPU", 2, "25", 0.5),
            result("drumline", 1, 15_000, 2.5),
            List.of(result("celery beat", null, 5, 40_000)),
            new Saturation.Result(180_000, 200_000, 0.9, 1_054));

    private static BeatsResult result(String scheduler, Integer beats, double fires, double late) {
        boolean ours = beats != null;
        return new BeatsResult(
                new BeatsResult.Setup(scheduler, 150_000, "10s", beats),
                new Lateness.Percentiles(late, late, late, late),
                new BeatsResult.Counts(
                        fires, (long) fires * 60, ours ? new Faults(0, 0, 0, 0, 0) : null, ours ? null : 7L),
                new BeatsResult.Effort(
                        Map.of("beats", 0.3, "redis", 0.2, "consumer", 0.1), 300, 200, ours ? 1.1 : null),
                new BeatsResult.Start(3, ours ? 1.5 : null),
                List.of(
                        new Lateness.Second(0, 15_000, late, late, late),
                        new Lateness.Second(1, 15_000, late, late, late)));
    }

    @Test
    void shouldTellAllThatIsAskedForAsJson() throws Exception {
        JsonNode json = new ObjectMapper().readTree(Output.json(REPORT));
        for (String figure : List.of(
                "/latenessMs/p50",
                "/latenessMs/p99",
                "/latenessMs/p999",
                "/latenessMs/max",
                "/firesPerSecond",
                "/lost",
                "/duplicated",
                "/saturation/firesPerSecond",
                "/saturation/redisBenchmarkPerSecond",
                "/saturation/ratioToRedisBenchmark",
                "/cpu/beats",
                "/rssMiB",
                "/startSeconds",
                "/peers/0/firesPerSecond",
                "/peers/0/outstanding",
                "/machine/loadAverage")) {
            assertThat(json.at(figure).isNumber()).as(figure).isTrue();
        }
        assertThat(json.at("/peers/0/lost").isMissingNode()).isTrue();
    }

    @Test
    void shouldTellItAsATableWithRatios() {
        assertThat(REPORT.table())
                .contains("celery beat", "3,000 times the fires of celery beat; at saturation 36,000 times")
                .contains("ratio 0.90");
    }

    @Test
    void shouldDrawOursAndTheirs() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(LatenessPlot.of(REPORT))));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(4);
        assertThat(svg.getDocumentElement().getTextContent()).contains("drumline", "celery beat", "150,000");
    }
}
