// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the village; the script {@code drumline} calls them. */
@Command(
        name = "drumline",
        description = "A Kubernetes cluster in small, with Drumline in it, on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            LogsCommand.class,
            ApplyCommand.class,
            GetCommand.class,
            ChartsCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class Village {

    private Village() {}

    public static void main(String[] args) {
        CommandLine program = new CommandLine(new Village());
        program.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("drumline: " + sentence(failure));
            return 1;
        });
        System.exit(program.execute(args));
    }

    private static String sentence(Exception failure) {
        if (failure instanceof ConnectException) {
            return "the village's API does not answer; ./drumline up starts a new village";
        }
        boolean told = failure instanceof RefusedException
                || failure instanceof dev.drumline.local.kubectl.RefusedException
                || failure instanceof NoSuchFileException;
        return told ? failure.getMessage() : failure.toString();
    }
}
