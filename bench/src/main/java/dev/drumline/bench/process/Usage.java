// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a process has used since its start.
 *
 * @param cpu of all its threads
 * @param mostRssMiB the most memory that it had at once; NaN where the system has no /proc
 */
public record Usage(Duration cpu, double mostRssMiB) {

    private static final String MOST_RSS = "VmHWM:";

    public static final Usage NONE = new Usage(Duration.ZERO, 0);

    public static Usage of(ProcessHandle process) {
        return new Usage(process.info().totalCpuDuration().orElse(Duration.ZERO), mostRss(process.pid()));
    }

    public static Usage ofThisProcess() {
        return of(ProcessHandle.current());
    }

    private static double mostRss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(MOST_RSS))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Of both: the most memory of the larger one. */
    public Usage and(Usage other) {
        return new Usage(cpu.plus(other.cpu), Math.max(mostRssMiB, other.mostRssMiB));
    }

    /** How many cores it kept busy since then. */
    public double coresSince(Usage then, Duration elapsed) {
        return (double) cpu.minus(then.cpu).toNanos() / elapsed.toNanos();
    }
}
