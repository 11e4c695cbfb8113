// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench;

import dev.drumline.bench.beats.BeatsCommand;
import dev.drumline.bench.clockwork.ClockworkCommand;
import dev.drumline.bench.faults.FaultsCommand;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** What {@code ./drumline bench} runs: a subcommand for each part that is measured. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures what is promised, beside the peers.",
        subcommands = {ClockworkCommand.class, BeatsCommand.class, FaultsCommand.class})
public final class Bench {

    private static final Logger LETTUCE = Logger.getLogger("io.lettuce");

    private Bench() {}

    /** Exits with 0 when it was measured, 1 when it could not be, 2 when the arguments are wrong. */
    public static void main(String[] arguments) {
        // A Redis that goes and comes back is the very thing that is measured.
        LETTUCE.setLevel(Level.OFF);
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler(Bench::tell)
                .execute(arguments));
    }

    private static int tell(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        if (fault instanceof IOException) {
            command.getErr().println("drumline: " + fault.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw fault;
    }
}
