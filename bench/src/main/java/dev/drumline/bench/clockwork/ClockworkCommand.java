// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import dev.drumline.bench.report.Machine;
import dev.drumline.bench.report.Output;
import dev.drumline.bench.report.Report;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "clockwork",
        mixinStandardHelpOptions = true,
        description =
                "Measures how fast the next occurrence and what is due are found, and how small that is. Some six minutes.")
public final class ClockworkCommand implements Callable<Integer> {

    private final Effort full;
    private final Effort quick;

    @Mixin
    private Output output;

    @Option(names = "--quick", description = "Takes a minute: rougher figures.")
    private boolean hurried;

    @Spec
    private CommandSpec spec;

    public ClockworkCommand() {
        this(Effort.FULL, Effort.QUICK);
    }

    ClockworkCommand(Effort full, Effort quick) {
        this.full = full;
        this.quick = quick;
    }

    @Override
    public Integer call() throws IOException {
        Effort effort = hurried ? quick : full;
        Machine machine = Machine.here();
        Measurement measurement = new Measurement(effort, spec.commandLine().getErr());
        Report report = new Report(machine, ClockworkFigures.measure(measurement, effort.sizes()));
        output.print(report, report::table);
        return 0;
    }
}
