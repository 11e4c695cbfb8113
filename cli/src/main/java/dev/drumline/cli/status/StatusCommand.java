// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.status;

import dev.drumline.broker.message.Json;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.MissedCounts;
import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.broker.schedule.ScheduleStore;
import dev.drumline.broker.schedule.StoredEntry;
import dev.drumline.broker.status.StatusReader;
import dev.drumline.cli.BrokerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what a broker fired, how late, what waits in its queues, and who beats and works.")
public final class StatusCommand implements Callable<Integer> {

    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J\u001b[3J";

    /** Reading every schedule is the only costly part; their list changes seldom. */
    private static final Duration TASKS_KEPT = Duration.ofSeconds(5);

    private static final Duration ANSWER = Duration.ofSeconds(5);

    @Mixin
    private BrokerOptions broker;

    @Option(
            names = "-o",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: table).")
    private Format format;

    @Option(names = "--watch", description = "Goes on, once a second, until Ctrl-C.")
    private boolean watch;

    @Option(names = "--dashboard", paramLabel = "URL", description = "Where a browser finds the same; only repeated.")
    private String dashboard;

    @Spec
    private CommandSpec spec;

    private List<ScheduleEntry> tasks = List.of();
    private MissedCounts missed = MissedCounts.NONE;
    private Instant tasksRead = Instant.MIN;

    /** How the status is printed. */
    enum Format {
        table,
        json
    }

    @Override
    public Integer call() throws Exception {
        try (RedisLink link = broker.open()) {
            StatusReader reader = new StatusReader(link, broker.keys(), broker.partitions());
            ScheduleStore schedules = new ScheduleStore(link, broker.keys(), broker.partitions());
            do {
                show(reader, schedules);
            } while (watch && pause());
        }
        return 0;
    }

    private void show(StatusReader reader, ScheduleStore schedules) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Instant now = Instant.now();
            StatusDocument status = StatusDocument.of(
                    answer(reader.read().toCompletableFuture()),
                    TaskLine.of(tasks(schedules, now).stream(), missed, now),
                    dashboard);
            print(out, status);
        } catch (ExecutionException | TimeoutException e) {
            if (!watch) {
                throw new IllegalStateException("the broker can't be read: " + reason(e), e);
            }
            out.println("Redis does not answer; trying on");
        }
        out.flush();
    }

    private void print(PrintWriter out, StatusDocument status) throws IOException {
        if (format == Format.json) {
            out.println(Json.MAPPER.writeValueAsString(status));
            return;
        }
        if (watch && System.console() != null && System.console().isTerminal()) {
            out.print(CLEAR_SCREEN);
        }
        out.println(StatusTable.of(status));
    }

    private List<ScheduleEntry> tasks(ScheduleStore schedules, Instant now) throws Exception {
        if (tasksRead.plus(TASKS_KEPT).isBefore(now)) {
            List<ScheduleEntry> read = new ArrayList<>();
            for (int partition = 0; partition < broker.partitions(); partition++) {
                answer(schedules.entries(partition).toCompletableFuture()).stream()
                        .flatMap(StatusCommand::readable)
                        .forEach(read::add);
            }
            tasks = read;
            missed = answer(schedules.missed().toCompletableFuture());
            tasksRead = now;
        }
        return tasks;
    }

    private static Stream<ScheduleEntry> readable(StoredEntry stored) {
        try {
            return Stream.of(stored.entry());
        } catch (IllegalArgumentException setAsideByTheBeats) {
            return Stream.empty();
        }
    }

    private static <T> T answer(CompletableFuture<T> stage)
            throws ExecutionException, TimeoutException, InterruptedException {
        return stage.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    }

    private static String reason(Exception fault) {
        return fault instanceof TimeoutException
                ? "no answer within " + ANSWER.toSeconds() + " s"
                : fault.getCause().getMessage();
    }

    private static boolean pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
