// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This very program again, in a session of its own: a Ctrl-C in the terminal is not for it. */
final class OwnProgram {

    private OwnProgram() {}

    /** The same class path and the same options of the JVM. */
    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add(Village.class.getName());
        command.addAll(arguments);
        return command;
    }
}
