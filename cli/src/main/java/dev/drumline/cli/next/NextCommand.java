// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.next;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.drumline.broker.message.Json;
import dev.drumline.cli.InstantOption;
import dev.drumline.cli.task.TaskEntry.Task;
import dev.drumline.cli.task.TaskFile;
import dev.drumline.cli.task.TaskOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "next",
        mixinStandardHelpOptions = true,
        description = {
            "Shows when the PeriodicTasks of a file are due, to the millisecond as beats would fire them.",
            "Asks no cluster and no broker. Exits with 1 when a task was refused; the others are shown all the same."
        })
public final class NextCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final InputStream in;

    @Mixin
    private TaskOptions tasks;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            converter = InstantOption.class,
            description = "Shows what is due after it, such as 2026-12-24T18:00:00Z (default: now).")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            converter = InstantOption.class,
            description = "Shows what is due at it or before (default: no end).")
    private Instant to;

    @Option(
            names = {"-c", "--count"},
            paramLabel = "N",
            defaultValue = "10",
            description = "The number of occurrences of each task, 1 to " + MOST + " (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description = "plain, one UTC instant a line; table; or json (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Spec
    private CommandSpec spec;

    /** How occurrences are printed. */
    enum Format {
        plain,
        table,
        json
    }

    /** @param in standard input */
    public NextCommand(InstantSource clock, InputStream in) {
        this.clock = clock;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        check();
        Instant start = from == null ? clock.instant() : from;
        TaskFile file = tasks.read(in, start, spec.commandLine().getErr());
        if (!file.tasks().isEmpty()) {
            print(file, start);
        }
        return file.refused().isEmpty() ? 0 : 1;
    }

    private void check() {
        if (!tasks.given()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--filename=FILE'");
        }
        if (count < 1 || count > MOST) {
            throw new ParameterException(spec.commandLine(), "--count is " + count + ", must be 1-" + MOST);
        }
    }

    private Due due(Task task, Instant start) {
        PrintWriter err = spec.commandLine().getErr();
        List<Instant> occurrences = task.schedule().between(start, to == null ? Instant.MAX : to, count);
        if (task.suspended()) {
            err.println("drumline: " + task.name() + " is suspended: nothing is fired until spec.suspend is false");
        }
        if (to == null && occurrences.size() < count) {
            err.println("drumline: " + task.name() + " ends: due " + times(occurrences.size()) + " after " + start);
        }
        return new Due(task, occurrences);
    }

    private static String times(int number) {
        return switch (number) {
            case 0 -> "never";
            case 1 -> "once";
            default -> number + " times";
        };
    }

    /** A task at a time where that will do, since a file may hold many and each may be asked for much. */
    private void print(TaskFile file, Instant start) throws IOException {
        // The one underneath is flushed at each line.
        PrintWriter out = new PrintWriter(spec.commandLine().getOut());
        Stream<Due> due = file.tasks().stream().map(task -> due(task, start));
        switch (format) {
            case plain ->
                due.forEach(task -> printPlain(out, task, file.entries().size() > 1));
            case table -> out.print(NextTable.of(due.toList(), start));
            case json -> printJson(out, due.map(NextDocument::of).iterator());
        }
        out.flush();
    }

    private static void printPlain(PrintWriter out, Due due, boolean named) {
        if (named) {
            out.println("# " + due.task().name());
        }
        due.occurrences().forEach(out::println);
    }

    private static void printJson(PrintWriter out, Iterator<NextDocument> documents) throws IOException {
        ObjectWriter writer = Json.MAPPER.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
        try (SequenceWriter array = writer.writeValuesAsArray(out)) {
            while (documents.hasNext()) {
                array.write(documents.next());
            }
        }
        out.println();
    }
}
