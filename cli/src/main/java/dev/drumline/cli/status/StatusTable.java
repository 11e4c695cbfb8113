// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.status;

import dev.drumline.broker.status.BeatReport;
import dev.drumline.broker.status.QueueStatus;
import dev.drumline.broker.status.WorkerReport;
import dev.drumline.cli.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The status as a person reads it: a line of totals, then tables. */
final class StatusTable {

    private StatusTable() {}

    static String of(StatusDocument status) {
        StringBuilder text = new StringBuilder();
        StatusDocument.Totals totals = status.totals();
        text.append(String.format(
                Locale.ROOT,
                "fired %,d   missed %,d   lateness p50 %.1f ms  p99 %.1f ms  max %.1f ms   beats %d (%d partitions)   workers %d%n",
                totals.fired(),
                totals.missed(),
                status.latenessMs().p50(),
                status.latenessMs().p99(),
                status.latenessMs().max(),
                totals.beats(),
                totals.partitionsHeld(),
                totals.workers()));
        if (totals.dashboard() != null) {
            text.append("dashboard ").append(totals.dashboard()).append('\n');
        }
        text.append('\n').append(tasks(status.tasks()));
        text.append('\n').append(queues(status.queues()));
        text.append('\n').append(beats(status.beatPods()));
        text.append('\n').append(workers(status.workerPods()));
        return text.toString();
    }

    private static Columns tasks(List<TaskLine> lines) {
        Columns columns = new Columns("TASK", "SCHEDULE", "RUNS", "QUEUE", "LAST DUE", "NEXT DUE", "MISSED");
        lines.forEach(line -> columns.row(
                line.name(),
                line.schedule(),
                line.task(),
                line.queue(),
                clockTime(line.lastDueTime()),
                clockTime(line.nextDueTime()),
                missed(line)));
        return columns;
    }

    private static String missed(TaskLine line) {
        return line.missed().isEmpty()
                ? "0"
                : line.missed().entrySet().stream()
                        .map(reason -> reason.getValue() + " " + reason.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static Columns queues(List<QueueStatus> queues) {
        Columns columns = new Columns("QUEUE", "DEPTH", "DEAD");
        queues.forEach(queue -> columns.row(queue.name(), queue.depth(), queue.dead()));
        return columns;
    }

    private static Columns beats(Map<String, BeatReport> beats) {
        Columns columns = new Columns("BEAT", "PARTITIONS", "SCHEDULES", "FIRED", "MISSED");
        beats.forEach((name, beat) -> columns.row(
                name,
                beat.partitions(),
                beat.schedules(),
                beat.fired(),
                beat.missed().values().stream().mapToLong(Long::longValue).sum()));
        return columns;
    }

    private static Columns workers(Map<String, WorkerReport> workers) {
        Columns columns = new Columns("WORKER", "QUEUES", "BUSY", "OK", "FAILED", "RAN");
        workers.forEach((name, worker) -> columns.row(
                name,
                String.join(",", worker.queues()),
                worker.busy() + "/" + worker.concurrency(),
                worker.succeeded(),
                worker.failed(),
                ran(worker)));
        return columns;
    }

    private static String ran(WorkerReport worker) {
        List<String> tasks = new ArrayList<>();
        worker.tasks().forEach((task, runs) -> tasks.add(task + " " + clockTime(runs.lastTime())));
        return String.join(", ", tasks);
    }

    /** {@code 2026-11-24T08:00:05.123Z} as {@code 11-24 08:00:05}; what is not a time stays as it is. */
    private static String clockTime(String time) {
        if (time == null) {
            return "-";
        }
        int t = time.indexOf('T');
        return t < 0 || time.length() < t + 9 ? time : time.substring(5, t) + " " + time.substring(t + 1, t + 9);
    }
}
