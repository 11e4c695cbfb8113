// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A container's main process, the leader of a process group of its own. */
public final class ContainerProcess {

    /** Without a session of its own a Ctrl-C in the terminal would end every container at once, in no order. */
    private static final Optional<String> SETSID = onPath("setsid");

    private final Process process;

    private ContainerProcess(Process process) {
        this.process = process;
    }

    /** @throws IOException if the program is not there or can't be run */
    public static ContainerProcess start(ProcessBuilder builder, ContainerLog log) throws IOException {
        Files.createDirectories(log.file().getParent());
        List<String> words = new ArrayList<>(builder.command());
        String program = words.getFirst();
        if (!isRunnable(program)) {
            throw new IOException("exec: \"" + program + "\": executable file not found in $PATH");
        }
        SETSID.ifPresent(setsid -> words.addFirst(setsid));
        builder.command(words)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        return new ContainerProcess(builder.start());
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public CompletableFuture<Void> onExit() {
        return process.onExit().thenAccept(ended -> {});
    }

    /** The exit code, 128 + the signal if one ended the process; empty while it runs. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Asks the main process to end, as Kubernetes does: its children are its own concern until it is gone. */
    public void terminate() {
        if (process.isAlive()) {
            ProcessGroup.signalLeader(process.pid(), ProcessGroup.SIGTERM);
        }
    }

    /** Ends the main process and all that it started, at once. */
    public void kill() {
        killGroup(process.toHandle());
    }

    /** Ends what the main process left running, once it is gone itself. */
    public void killRest() {
        if (SETSID.isPresent()) {
            ProcessGroup.signal(process.pid(), ProcessGroup.SIGKILL);
        }
    }

    static void killGroup(ProcessHandle leader) {
        List<ProcessHandle> descendants = leader.descendants().toList();
        if (SETSID.isPresent()) {
            ProcessGroup.signal(leader.pid(), ProcessGroup.SIGKILL);
        }
        leader.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isRunnable(String program) {
        return program.contains("/")
                ? Files.isExecutable(Path.of(program))
                : onPath(program).isPresent();
    }

    private static Optional<String> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
