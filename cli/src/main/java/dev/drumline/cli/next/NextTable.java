// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.next;

import dev.drumline.cli.Columns;
import dev.drumline.cli.LocalText;
import dev.drumline.cli.task.TaskEntry.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Occurrences as a person reads them: those of several tasks in the order in which they are due. */
final class NextTable {
    private record Row(Instant due, Task task) {}

    private NextTable() {}

    static Columns of(List<Due> tasks, Instant from) {
        boolean several = tasks.size() > 1;
        Set<String> zones = tasks.stream().map(due -> due.task().timeZone()).collect(Collectors.toSet());
        boolean local = !zones.equals(Set.of("UTC"));
        String zone = zones.size() == 1 ? zones.iterator().next() : "local";
        Columns table =
                new Columns(cells("DUE (UTC)", local ? "DUE (" + zone + ")" : null, "IN", several ? "TASK" : null));
        tasks.stream()
                .flatMap(due -> due.occurrences().stream().map(occurrence -> new Row(occurrence, due.task())))
                .sorted(Comparator.comparing(Row::due))
                .forEach(row -> table.row((Object[]) cells(
                        row.due().toString(),
                        local ? LocalText.of(row.due(), row.task().zone()) : null,
                        distance(Duration.between(from, row.due())),
                        several ? row.task().name().toString() : null)));
        return table;
    }

    private static String[] cells(String... cells) {
        return Stream.of(cells).filter(cell -> cell != null).toArray(String[]::new);
    }

    /** In its two greatest units, {@code 2d3h} or {@code 5m30s}; below a minute to the millisecond. */
    static String distance(Duration distance) {
        if (distance.toDays() > 0) {
            return distance.toDays() + "d" + distance.toHoursPart() + "h";
        }
        if (distance.toHours() > 0) {
            return distance.toHours() + "h" + distance.toMinutesPart() + "m";
        }
        if (distance.toMinutes() > 0) {
            return distance.toMinutes() + "m" + distance.toSecondsPart() + "s";
        }
        return distance.toMillisPart() == 0
                ? distance.toSeconds() + "s"
                : String.format(Locale.ROOT, "%d.%03ds", distance.toSeconds(), distance.toMillisPart());
    }
}
