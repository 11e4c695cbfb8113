// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controlplane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real kubectl, pointed at a village. */
final class Kubectl {

    record Result(int code, String output) {}

    private final Path folder;
    private final Path kubeconfig;

    Kubectl(Path folder, Path kubeconfig) {
        this.folder = folder;
        this.kubeconfig = kubeconfig;
    }

    static boolean isOnPath() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "kubectl")));
    }

    /** Runs it; output and errors together. */
    Result run(String... arguments) {
        return run(Map.of(), arguments);
    }

    Result run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "kubectl",
                "--kubeconfig",
                kubeconfig.toString(),
                "--cache-dir",
                folder.resolve("cache").toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("kubectl hangs: " + command);
            }
            return new Result(process.exitValue(), output.strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Applies YAML from a file. */
    Result apply(String yaml, String... options) {
        List<String> arguments = new ArrayList<>(List.of("apply", "-f", file(yaml)));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    String file(String yaml) {
        try {
            return Files.writeString(Files.createTempFile(folder, "in", ".yaml"), yaml)
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
