// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.container;

import dev.drumline.local.kubelet.image.CommandLine;
import dev.drumline.local.kubelet.image.Image;
import dev.drumline.local.kubelet.volume.MountPaths;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All that a container's processes are started with. */
record ContainerBox(
        Image image, List<String> mainCommand, Map<String, String> env, MountPaths mounts, Path workingDirectory) {

    ProcessBuilder main() {
        return process(mainCommand);
    }

    /** A command beside the main one: an exec probe, a hook. */
    ProcessBuilder command(List<String> words) {
        return process(CommandLine.resolved(image, mounts.rewrite(words)));
    }

    private ProcessBuilder process(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(workingDirectory.toFile());
        // As in a container, nothing of the village's own environment gets in.
        builder.environment().clear();
        builder.environment().putAll(env);
        return builder;
    }
}
