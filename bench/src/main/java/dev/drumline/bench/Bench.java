// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench;

import dev.drumline.bench.beats.BeatsCommand;
import dev.drumline.bench.clockwork.ClockworkCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./drumline bench} runs: a subcommand for each part that is measured. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures what is promised, beside the peers.",
        subcommands = {ClockworkCommand.class, BeatsCommand.class})
public final class Bench {

    private Bench() {}

    /** Exits with 0 when it was measured, 1 when it could not be, 2 when the arguments are wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
