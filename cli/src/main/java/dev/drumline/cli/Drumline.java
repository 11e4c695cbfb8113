// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli;

import dev.drumline.cli.explain.ExplainCommand;
import dev.drumline.cli.next.NextCommand;
import dev.drumline.cli.single.BackfillCommand;
import dev.drumline.cli.single.RunCommand;
import dev.drumline.cli.status.StatusCommand;
import java.io.InputStream;
import java.time.Clock;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code drumline} program. */
@Command(
        name = "drumline",
        mixinStandardHelpOptions = true,
        version = "drumline 0.1.0",
        description = "Tells when tasks are due and how a broker stands, and runs tasks out of turn.",
        subcommands = {StatusCommand.class, BackfillCommand.class})
public final class Drumline {

    private Drumline() {}

    /** Exits with 0 when it was done, 1 when it could not be done, 2 when the arguments are wrong. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        return commandLine(Clock.systemUTC(), System.in);
    }

    /** @param in standard input */
    public static CommandLine commandLine(InstantSource clock, InputStream in) {
        return new CommandLine(new Drumline())
                .addSubcommand(new NextCommand(clock, in))
                .addSubcommand(new ExplainCommand(clock, in))
                .addSubcommand(new RunCommand(clock))
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    line.getErr().println("drumline: " + fault.getMessage());
                    return 1;
                });
    }
}
