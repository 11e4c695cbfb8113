// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.drumline.bench.report.Machine;
import dev.drumline.bench.workload.Faults;
import dev.drumline.bench.workload.Lateness;
import java.util.ArrayList;
import java.util.List;

/**
 * Our run and those of the peers, as a table for people or as JSON for programs.
 *
 * @param saturation null when it was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BeatsReport(
        Machine machine, @JsonUnwrapped BeatsResult ours, List<BeatsResult> peers, Saturation.Result saturation) {

    private static final String HEAD = "%-20s %9s %7s %6s %10s %9s %9s %9s %9s %9s %5s %5s %6s %6s %8s %8s%n"
            .formatted(
                    "scheduler",
                    "entries",
                    "period",
                    "beats",
                    "fires/s",
                    "p50 ms",
                    "p99 ms",
                    "p99.9 ms",
                    "max ms",
                    "to come",
                    "lost",
                    "twice",
                    "early",
                    "cores",
                    "RSS MiB",
                    "start s");
    private static final String NONE = "-";
    private static final String ROW =
            "%-20s %,9d %7s %6s %,10.1f %,9.1f %,9.1f %,9.1f %,9.1f %9s %5s %5s %6s %6.2f %,8.0f %,8.1f%n";

    String table() {
        StringBuilder table =
                new StringBuilder(machine.toString()).append("\n\n").append(HEAD);
        List<BeatsResult> all = new ArrayList<>(List.of(ours));
        all.addAll(peers);
        all.forEach(result -> table.append(row(result)));
        table.append('\n').append(details());
        peers.forEach(peer -> table.append("%,.0f times the fires of %s%s%n"
                .formatted(
                        ours.counts().firesPerSecond() / peer.counts().firesPerSecond(),
                        peer.setup().scheduler(),
                        saturation == null
                                ? ""
                                : "; at saturation %,.0f times"
                                        .formatted(saturation.firesPerSecond()
                                                / peer.counts().firesPerSecond()))));
        if (saturation != null) {
            table.append("saturation: %,.0f fires/s; redis-benchmark -t lpush -c 1 -P 64 -d %d: %,.0f/s; ratio %.2f%n"
                    .formatted(
                            saturation.firesPerSecond(),
                            saturation.messageBytes(),
                            saturation.redisBenchmarkPerSecond(),
                            saturation.ratioToRedisBenchmark()));
        }
        return table.toString();
    }

    private String details() {
        BeatsResult.Effort effort = ours.effort();
        return ("%s: firing %.1f s after the lease; missed by policy %d, unexpected %d;"
                        + " cores: beats %.2f, Redis %.2f, consumer %.2f; Redis had %,.0f MiB; load split %.2f%n")
                .formatted(
                        ours.setup().scheduler(),
                        ours.start().leaseToFiringSeconds(),
                        ours.counts().faults().missed(),
                        ours.counts().faults().unexpected(),
                        effort.cpu().get("beats"),
                        effort.cpu().get("redis"),
                        effort.cpu().get("consumer"),
                        effort.redisRssMiB(),
                        effort.split());
    }

    private static String row(BeatsResult result) {
        BeatsResult.Setup setup = result.setup();
        Lateness.Percentiles late = result.latenessMs();
        BeatsResult.Counts counts = result.counts();
        Faults faults = counts.faults();
        return ROW.formatted(
                setup.scheduler(),
                setup.entries(),
                setup.period(),
                told(setup.beats()),
                counts.firesPerSecond(),
                late.p50(),
                late.p99(),
                late.p999(),
                late.max(),
                told(counts.outstanding()),
                faults == null ? NONE : faults.lost(),
                faults == null ? NONE : faults.duplicated(),
                faults == null ? NONE : faults.early(),
                result.effort().cpu().get("beats"),
                result.effort().rssMiB(),
                result.start().startSeconds());
    }

    private static String told(Number number) {
        return number == null ? NONE : number.toString();
    }
}
