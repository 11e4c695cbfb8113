// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes that the village has started, in a file that outlives it: {@code <pid> <start, epoch ms> <name>} per
 * line. A village that was killed leaves its processes behind; the next one ends exactly those, and never a process that
 * merely got the same id later.
 */
public final class ProcessRegister {

    private final Path file;
    private final Map<Long, String> lines = new LinkedHashMap<>();

    public ProcessRegister(Path file) {
        this.file = file;
    }

    public synchronized void add(ProcessHandle process, String name) {
        lines.put(process.pid(), process.pid() + " " + startOf(process) + " " + name);
        write();
    }

    public synchronized void remove(long pid) {
        if (lines.remove(pid) != null) {
            write();
        }
    }

    /** Kills what an earlier village has left behind, with all that it started, and empties the file. */
    public synchronized List<String> endOrphans() {
        List<String> ended = new ArrayList<>();
        for (String line : readLines()) {
            String[] words = line.split(" ", 3);
            orphan(Long.parseLong(words[0]), Long.parseLong(words[1])).ifPresent(process -> {
                ContainerProcess.killGroup(process);
                process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
                ended.add(words[2] + " (process " + words[0] + ")");
            });
        }
        write();
        return ended;
    }

    private static Optional<ProcessHandle> orphan(long pid, long startedAt) {
        return ProcessHandle.of(pid).filter(process -> startOf(process) == startedAt);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private List<String> readLines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            Files.write(file, lines.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
