// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.image;

import java.util.ArrayList;
import java.util.List;

/** Kubernetes' rule of command and args over an image's entrypoint and arguments. */
public final class CommandLine {

    private CommandLine() {}

    /** The words of the process to start; empty if neither the container nor the image names a program. */
    public static List<String> of(Image image, List<String> command, List<String> args) {
        if (!command.isEmpty()) {
            return resolved(image, joined(command, args));
        }
        List<String> arguments = args.isEmpty() ? image.arguments() : args;
        if (namesProgram(image, arguments)) {
            return joined(resolved(image, arguments), image.always());
        }
        return joined(resolved(image, joined(image.entrypoint(), arguments)), image.always());
    }

    /** A command that runs beside the container's program, such as an exec probe's. */
    public static List<String> resolved(Image image, List<String> words) {
        if (words.isEmpty() || !image.programs().containsKey(words.getFirst())) {
            return words;
        }
        return joined(image.programs().get(words.getFirst()), words.subList(1, words.size()));
    }

    /** The usual entrypoint script runs its arguments as they are when they begin with a program. */
    private static boolean namesProgram(Image image, List<String> arguments) {
        return !arguments.isEmpty() && image.programs().containsKey(arguments.getFirst());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> words = new ArrayList<>(first);
        words.addAll(second);
        return words;
    }
}
