// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Which file a command reads its tasks from. */
public final class TaskOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            description = "A file with PeriodicTasks, YAML or JSON, several documents too; - for standard input.")
    private String file;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            defaultValue = "default",
            description = "The namespace of tasks that name none (default: ${DEFAULT-VALUE}); "
                    + "phase and spread follow from it.")
    private String namespace;

    public boolean given() {
        return file != null;
    }

    /**
     * The tasks of the file; what is passed over and what is refused is said on {@code err}.
     *
     * @param in standard input
     * @throws IllegalStateException when the file can't be read, or there is no PeriodicTask in it
     */
    public TaskFile read(InputStream in, Instant createdAt, PrintWriter err) {
        TaskFile read = TaskFile.read(text(in), namespace, createdAt);
        read.passedOver().forEach(other -> err.println("drumline: " + file + ": passed over: " + other));
        for (TaskEntry.Refused refused : read.refused()) {
            err.println("drumline: " + file + ": " + refused.what() + " is refused:");
            refused.sentences().forEach(err::println);
        }
        if (read.entries().isEmpty()) {
            throw new IllegalStateException(file + ": there is no PeriodicTask in it");
        }
        return read;
    }

    private String text(InputStream in) {
        try {
            byte[] bytes = file.equals(STANDARD_INPUT) ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read: " + e.getMessage(), e);
        }
    }
}
