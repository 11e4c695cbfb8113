// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.single;

import dev.drumline.broker.delayed.SingleOccurrences;
import dev.drumline.broker.delayed.SingleOccurrences.Single;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.Mark;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.cli.BrokerOptions;
import dev.drumline.cli.InstantOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Queues the occurrences of a task in a past window, each with the task id that it has by its rule.",
            "What a backfill queued in the last week is not queued again; whether beats had fired it is not asked.",
            "What the beats have still to fire is left to them."
        })
public final class BackfillCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private StoredTask task;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            required = true,
            converter = InstantOption.class,
            description = "What is due at it or after, such as 2026-12-24T18:00:00Z.")
    private Instant from;

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            required = true,
            converter = InstantOption.class,
            description = "What is due at it or before.")
    private Instant to;

    @Option(names = "--dry-run", description = "Counts, and queues nothing.")
    private boolean dryRun;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Refuses a window of more occurrences, 1 to " + MOST + " (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Spec
    private CommandSpec spec;

    /** How the outcome is printed. */
    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        check();
        try (RedisLink link = broker.open()) {
            ScheduleStore schedules = new ScheduleStore(link, broker.keys(), broker.partitions());
            ScheduleEntry entry = task.read(schedules);
            Mark mark = StoredTask.answer(schedules.mark(entry.id())).orElse(Mark.before(Long.MIN_VALUE));
            Window window = Window.of(entry, from, to, mark, limit);
            print(window, queue(entry, window.past(), new SingleOccurrences(link, broker.keys(), broker.partitions())));
        }
        return 0;
    }

    private void check() {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(), "--limit is " + limit + ", must be 1-" + MOST);
        }
        if (to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to is before --from");
        }
    }

    /** How many were new. */
    private int queue(ScheduleEntry entry, List<Single> past, SingleOccurrences occurrences) {
        int fresh = 0;
        for (int begin = 0; begin < past.size(); begin += SingleOccurrences.CHUNK) {
            int end = Math.min(begin + SingleOccurrences.CHUNK, past.size());
            List<Single> chunk = past.subList(begin, end);
            List<Boolean> isNew =
                    StoredTask.answer(dryRun ? occurrences.areNew(chunk) : occurrences.queue(entry, chunk, "cli"));
            fresh += (int) isNew.stream().filter(one -> one).count();
            if (past.size() > SingleOccurrences.CHUNK) {
                spec.commandLine().getErr().println("drumline: " + end + " of " + past.size());
            }
        }
        return fresh;
    }

    private void print(Window window, int fresh) throws IOException {
        int past = window.past().size();
        BackfillReport report = new BackfillReport(
                task.id(),
                from.toString(),
                to.toString(),
                past + window.leftToBeats(),
                fresh,
                past - fresh,
                window.leftToBeats(),
                dryRun);
        PrintWriter out = spec.commandLine().getOut();
        out.println(format == Format.json ? Json.MAPPER.writeValueAsString(report) : report.text());
    }
}
