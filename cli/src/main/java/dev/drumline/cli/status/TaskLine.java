// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.status;

import dev.drumline.broker.schedule.ScheduleEntry;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.spec.Schedules;
import dev.drumline.schedule.words.ScheduleText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Schedules that fire the same task by the same rule onto the same queue, taken together.
 *
 * @param name of the only one, or of the first and how many more there are
 * @param lastDueTime of any of them, RFC 3339; null when none was ever due
 * @param nextDueTime of any of them, RFC 3339; null when none will be
 */
record TaskLine(
        String name,
        int schedules,
        String schedule,
        String task,
        String queue,
        String lastDueTime,
        String nextDueTime) {

    private record Kind(String schedule, String task, String queue) {}

    static List<TaskLine> of(Stream<ScheduleEntry> entries, Instant now) {
        Map<Kind, List<ScheduleEntry>> byKind = new LinkedHashMap<>();
        entries.sorted(Comparator.comparing(ScheduleEntry::id))
                .forEach(entry -> byKind.computeIfAbsent(kind(entry), kind -> new ArrayList<>())
                        .add(entry));
        return byKind.entrySet().stream()
                .map(kind -> line(kind.getKey(), kind.getValue(), now))
                .toList();
    }

    private static Kind kind(ScheduleEntry entry) {
        return new Kind(
                ScheduleText.of(entry.schedule()),
                entry.call().task(),
                entry.delivery().queue());
    }

    private static TaskLine line(Kind kind, List<ScheduleEntry> entries, Instant now) {
        List<Schedule> schedules = entries.stream().flatMap(TaskLine::parsed).toList();
        String first = entries.getFirst().id();
        return new TaskLine(
                entries.size() == 1 ? first : first + " +" + (entries.size() - 1),
                entries.size(),
                kind.schedule(),
                kind.task(),
                kind.queue(),
                pick(
                        schedules.stream().map(schedule -> schedule.previous(now.plusMillis(1))),
                        BinaryOperator.maxBy(Comparator.naturalOrder())),
                pick(
                        schedules.stream().map(schedule -> schedule.next(now)),
                        BinaryOperator.minBy(Comparator.naturalOrder())));
    }

    private static Stream<Schedule> parsed(ScheduleEntry entry) {
        try {
            return Stream.of(Schedules.parse(entry.schedule(), entry.id()));
        } catch (ScheduleException newerThanThisProgram) {
            return Stream.empty();
        }
    }

    private static String pick(Stream<Optional<Instant>> times, BinaryOperator<Instant> choice) {
        return times.flatMap(Optional::stream)
                .reduce(choice)
                .map(Instant::toString)
                .orElse(null);
    }
}
