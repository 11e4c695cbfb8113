// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli;

import dev.drumline.cli.status.StatusCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code drumline} program. */
@Command(
        name = "drumline",
        mixinStandardHelpOptions = true,
        version = "drumline 0.1.0",
        description = "Asks a broker how it stands.",
        subcommands = StatusCommand.class)
public final class Drumline {

    private Drumline() {}

    /** Exits with 0 when it was done, 1 when it could not be done, 2 when the arguments are wrong. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new Drumline()).setExecutionExceptionHandler((fault, line, parsed) -> {
            line.getErr().println("drumline: " + fault.getMessage());
            return 1;
        });
    }
}
