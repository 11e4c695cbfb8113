// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.image;

import java.util.List;
import java.util.Map;

/**
 * What stands for a container image on this machine.
 *
 * @param programs the command that stands for a program's name inside the image, such as {@code java}
 * @param entrypoint run when the container names no command, as in a Dockerfile
 * @param arguments follow the entrypoint when the container has no args (a Dockerfile's CMD)
 * @param always follow every start of the entrypoint, whatever the container says
 * @param env the image's own environment
 */
public record Image(
        Map<String, List<String>> programs,
        List<String> entrypoint,
        List<String> arguments,
        List<String> always,
        Map<String, String> env) {

    public Image {
        programs = programs == null ? Map.of() : Map.copyOf(programs);
        entrypoint = entrypoint == null ? List.of() : List.copyOf(entrypoint);
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
        always = always == null ? List.of() : List.copyOf(always);
        env = env == null ? Map.of() : Map.copyOf(env);
    }
}
