// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.process.Scratch;
import dev.drumline.bench.report.Machine;
import dev.drumline.bench.report.Output;
import dev.drumline.bench.workload.StoredWorkload;
import dev.drumline.bench.workload.Workload;
import dev.drumline.bench.workload.WorkloadOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "beats",
        mixinStandardHelpOptions = true,
        description = {
            "Fires schedules by real beats into a real Redis, holds every message against its rule, and tells how late they were.",
            "Everything runs on this machine, on loopback, and ends with the command."
        })
public final class BeatsCommand implements Callable<Integer> {

    private static final Duration SETTLE = Duration.ofSeconds(15);

    @Mixin
    private WorkloadOptions schedules;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long is measured, after the start (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--beats",
            defaultValue = "1",
            description = "How many beats share the schedules (default: ${DEFAULT-VALUE}).")
    private int beats;

    @Option(
            names = "--peers",
            description = "Runs celery beat and django-celery-beat with the same schedules too, one after the other.")
    private boolean peers;

    @Option(
            names = "--saturation",
            description = "Measures too how much one beat can fire at most, beside redis-benchmark.")
    private boolean saturation;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draws the lateness over time as an SVG.")
    private Path plot;

    @Option(
            names = "--beat-options",
            paramLabel = "OPTIONS",
            defaultValue = "",
            description = "Options of the beats' JVM, such as \"-Xmx1g -XX:+UseZGC\".")
    private String beatOptions;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check();
        Workload workload = schedules.workload();
        PrintWriter progress = spec.commandLine().getErr();
        try (Scratch scratch = Scratch.make()) {
            BeatsReport report = measure(workload, scratch.folder(), progress);
            if (plot != null) {
                Files.writeString(plot, LatenessPlot.of(report));
            }
            output.print(report, report::table);
            return 0;
        }
    }

    private void check() {
        if (seconds < 1 || beats < 1 || beats > StoredWorkload.PARTITIONS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--seconds must be at least 1, --beats 1-%d".formatted(StoredWorkload.PARTITIONS));
        }
    }

    private BeatsReport measure(Workload workload, Path scratch, PrintWriter progress) throws Exception {
        Machine machine = Machine.here();
        List<String> options =
                beatOptions.isBlank() ? List.of() : List.of(beatOptions.trim().split("\\s+"));
        Checkout checkout = Checkout.told();
        progress.println("ours:");
        BeatsResult ours = new BeatsRun(checkout, scratch, progress)
                .measure(new Settings(workload, beats, options, SETTLE, Duration.ofSeconds(seconds)));
        List<BeatsResult> theirs = peers ? peers(workload, scratch, progress) : List.of();
        Saturation.Result most = saturation ? new Saturation(checkout, scratch, progress).measure(options) : null;
        return new BeatsReport(machine, ours, theirs, most);
    }

    private List<BeatsResult> peers(Workload workload, Path scratch, PrintWriter progress)
            throws IOException, InterruptedException {
        List<BeatsResult> results = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            if (peer.isThere(scratch)) {
                progress.println(peer.title() + ":");
                results.add(new PeerRun(scratch, progress).measure(peer, workload, Duration.ofSeconds(seconds)));
            } else {
                progress.printf(
                        "%s is not installed and left out; install it with: apt-get install %s%n",
                        peer.title(), peer.debianPackage());
            }
        }
        return results;
    }
}
