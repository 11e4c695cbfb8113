// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drumline.broker.message.Json;
import dev.drumline.cli.InstantOption;
import dev.drumline.cli.LocalText;
import dev.drumline.cli.task.TaskFile;
import dev.drumline.cli.task.TaskOptions;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says a schedule in plain words, and when it is due next.",
            "Asks no cluster and no broker. Exits with 1 when a rule was refused; the others are explained all the same."
        })
public final class ExplainCommand implements Callable<Integer> {
    private final InstantSource clock;
    private final InputStream in;

    @Parameters(
            arity = "0..*",
            paramLabel = "EXPRESSION",
            description = "A rule: cron (\"0 9 * * mon-fri\", @hourly), a period (10s), an instant "
                    + "(2026-12-24T18:00:00Z) or a recurrence rule (FREQ=MONTHLY;BYDAY=-1FR).")
    private List<String> expression = List.of();

    @Mixin
    private TaskOptions tasks;

    @Option(
            names = {"--tz", "--time-zone"},
            paramLabel = "ZONE",
            description = "The zone that the expression is read in, such as Europe/Berlin (default: UTC).")
    private String timeZone;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            converter = InstantOption.class,
            description = "Shows what is due after it, such as 2026-12-24T18:00:00Z (default: now).")
    private Instant from;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "plain",
            description = "plain or json (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Spec
    private CommandSpec spec;

    /** How words are printed. */
    enum Format {
        plain,
        json
    }

    /** @param in standard input */
    public ExplainCommand(InstantSource clock, InputStream in) {
        this.clock = clock;
        this.in = in;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (tasks.given() == !expression.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give either an expression or a file with -f");
        }
        Instant after = from == null ? clock.instant() : from;
        return tasks.given() ? explainTasks(after) : explainExpression(after);
    }

    private int explainExpression(Instant after) throws JsonProcessingException {
        ScheduleSpec rule =
                ScheduleSpec.of(Expression.rule(String.join(" ", expression))).in(timeZone);
        Explanation explanation = Explanation.of(rule, parse(rule), after);
        if (format == Format.json) {
            printJson(explanation);
        } else {
            print(explanation, timeZone);
        }
        return 0;
    }

    private static Schedule parse(ScheduleSpec rule) {
        try {
            return Schedules.parse(rule, "");
        } catch (ScheduleException e) {
            String field = e.field().replaceFirst("^schedule\\.?", "");
            throw new IllegalArgumentException(field.isEmpty() ? e.getMessage() : field + ": " + e.getMessage(), e);
        }
    }

    private int explainTasks(Instant after) throws JsonProcessingException {
        if (timeZone != null) {
            throw new ParameterException(spec.commandLine(), "--tz is for an expression; a task has its spec.timeZone");
        }
        TaskFile file = tasks.read(in, after, spec.commandLine().getErr());
        if (format == Format.json) {
            printJson(file.tasks().stream()
                    .map(task -> Explanation.of(task, after))
                    .toList());
        } else {
            file.tasks().forEach(task -> {
                if (file.entries().size() > 1) {
                    out().println("# " + task.name());
                }
                print(Explanation.of(task, after), task.spec().timeZone());
            });
        }
        return file.refused().isEmpty() ? 0 : 1;
    }

    private void printJson(Object document) throws JsonProcessingException {
        out().println(Json.MAPPER.writeValueAsString(document));
    }

    /** @param zone whose clock the occurrences are told by too; null for none */
    private void print(Explanation explanation, String zone) {
        out().println(explanation.text());
        if (explanation.next() == null) {
            return;
        }
        if (explanation.next().isEmpty()) {
            out().println("  not due any more");
        }
        for (String due : explanation.next()) {
            String local = zone == null ? "" : "   " + LocalText.of(Instant.parse(due), ZoneId.of(zone));
            out().println("  " + due + local);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
