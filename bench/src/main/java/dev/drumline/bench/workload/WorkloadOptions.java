// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which schedules a command works with. */
public final class WorkloadOptions {

    @Option(
            names = "--entries",
            defaultValue = "150000",
            description = "How many schedules there are (default: ${DEFAULT-VALUE}).")
    private int entries;

    @Option(
            names = "--period",
            defaultValue = "10s",
            description = "How often each of them is due (default: ${DEFAULT-VALUE}).")
    private String period;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    public Workload workload() {
        if (entries < 1) {
            throw new ParameterException(spec.commandLine(), "--entries must be at least 1");
        }
        return new Workload(entries, period);
    }
}
