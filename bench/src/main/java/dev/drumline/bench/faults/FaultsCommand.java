// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.faults;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.process.Scratch;
import dev.drumline.bench.report.Machine;
import dev.drumline.bench.report.Output;
import dev.drumline.bench.workload.Workload;
import dev.drumline.bench.workload.WorkloadOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = {
            "Kills, pauses and moves beats and their Redis while they fire, and holds every message against its rule.",
            "Exits with 1 when an occurrence was lost or came twice. Everything runs on loopback, and ends with the command."
        })
public final class FaultsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "FAULT",
            converter = FaultName.class,
            description =
                    "Which (default: all): kill, pause, scale, redis-kill, failover, failover-from-a-hanging-primary.")
    private List<Fault> faults = List.of(Fault.values());

    @Mixin
    private WorkloadOptions schedules;

    @Option(
            names = "--rounds",
            defaultValue = "10",
            description = "How often what can be repeated is repeated (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a pause lasts (default: ${DEFAULT-VALUE}).")
    private int pause;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    private record Report(Machine machine, int entries, String period, List<FaultResult> faults) {}

    @Override
    public Integer call() throws Exception {
        Workload workload = schedules.workload();
        PrintWriter progress = spec.commandLine().getErr();
        Machine machine = Machine.here();
        List<FaultResult> results = new ArrayList<>();
        try (Scratch scratch = Scratch.make()) {
            FaultRun run = new FaultRun(
                    Checkout.told(),
                    scratch.folder(),
                    workload,
                    new FaultRun.Extent(rounds, Duration.ofSeconds(pause)),
                    progress);
            for (Fault fault : faults) {
                progress.println(fault.story());
                progress.flush();
                results.add(run.inflict(fault));
            }
        }
        Report report = new Report(machine, workload.entries(), workload.period(), results);
        output.print(report, () -> table(report));
        return results.stream().allMatch(FaultResult::isSound) ? 0 : 1;
    }

    private static String table(Report report) {
        String row = "%-32s %11s %6s %6s %6s %11s %7s  %-30s %s%n";
        StringBuilder table = new StringBuilder("%s%n%,d schedules, each due every %s%n%n"
                .formatted(report.machine(), report.entries(), report.period()));
        table.append(row.formatted(
                "fault", "messages", "lost", "twice", "early", "unexpected", "missed", "recovery s", "longest gap ms"));
        for (FaultResult result : report.faults()) {
            table.append(row.formatted(
                    result.fault(),
                    "%,d".formatted(result.messages()),
                    result.faults().lost(),
                    result.faults().duplicated(),
                    result.faults().early(),
                    result.faults().unexpected(),
                    result.faults().missed(),
                    result.recoverySeconds().stream().map("%.1f"::formatted).collect(Collectors.joining(" ")),
                    result.longestGapMs() == null ? "-" : "%.0f".formatted(result.longestGapMs())));
        }
        return table.toString();
    }
}
