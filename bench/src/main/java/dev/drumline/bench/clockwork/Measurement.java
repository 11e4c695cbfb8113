// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import java.io.PrintWriter;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark method with one parameter and tells what came out. */
final class Measurement {

    /** Without the options of this JVM; the same for ours and for the peer. */
    private static final List<String> JVM =
            List.of("-Xms3g", "-Xmx3g", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow");

    private final Effort effort;
    private final PrintWriter progress;

    Measurement(Effort effort, PrintWriter progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /** The median of the measured iterations, in the unit of the benchmark. */
    double median(Class<?> benchmark, String method, String parameter, String value) {
        return run(
                        options(benchmark, method, parameter, value)
                                .warmupIterations(effort.warmups())
                                .measurementIterations(effort.iterations())
                                .warmupTime(TimeValue.milliseconds(
                                        effort.iteration().toMillis()))
                                .measurementTime(TimeValue.milliseconds(
                                        effort.iteration().toMillis()))
                                .forks(effort.forks()),
                        method + ' ' + value)
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
    }

    double bytesPerEntry(String method, int entries) {
        return run(
                        options(FootprintBenchmark.class, method, "entries", String.valueOf(entries))
                                .warmupIterations(0)
                                .measurementIterations(1)
                                .forks(Math.min(1, effort.forks())),
                        "memory of " + method + ' ' + entries)
                .getSecondaryResults()
                .get(FootprintBenchmark.BYTES)
                .getScore();
    }

    private static ChainedOptionsBuilder options(Class<?> benchmark, String method, String parameter, String value) {
        return new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .param(parameter, value)
                .jvmArgs(JVM.toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private RunResult run(ChainedOptionsBuilder options, String what) {
        progress.println("  " + what);
        progress.flush();
        try {
            return new Runner(options.build()).runSingle();
        } catch (RunnerException e) {
            throw new IllegalStateException("could not measure " + what + ": " + e.getMessage(), e);
        }
    }
}
