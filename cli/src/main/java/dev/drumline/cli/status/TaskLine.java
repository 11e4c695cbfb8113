// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.status;

import dev.drumline.broker.schedule.MissedCounts;
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
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Schedules that fire the same task by the same rule onto the same queue, taken together.
 *
 * @param name of the only one, or of the first and how many more there are
 * @param lastDueTime of any of them, RFC 3339; null when none was ever due
 * @param nextDueTime of any of them, RFC 3339; null when none will be
 * @param missed how many occurrences of theirs were let go since they were stored, by reason
 */
record TaskLine(
        String name,
        int schedules,
        String schedule,
        String task,
        String queue,
        String lastDueTime,
        String nextDueTime,
        Map<String, Long> missed) {

    private record Kind(String schedule, String task, String queue) {}

    static List<TaskLine> of(Stream<ScheduleEntry> entries, MissedCounts missed, Instant now) {
        Map<Kind, List<ScheduleEntry>> byKind = new LinkedHashMap<>();
        entries.sorted(Comparator.comparing(ScheduleEntry::id))
                .forEach(entry -> byKind.computeIfAbsent(kind(entry), kind -> new ArrayList<>())
                        .add(entry));
        return byKind.entrySet().stream()
                .map(kind -> line(kind.getKey(), kind.getValue(), missed, now))
                .toList();
    }

    private static Kind kind(ScheduleEntry entry) {
        return new Kind(
                ScheduleText.of(entry.schedule()),
                entry.call().task(),
                entry.delivery().queue());
    }

    private static TaskLine line(Kind kind, List<ScheduleEntry> entries, MissedCounts missed, Instant now) {
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
                        BinaryOperator.minBy(Comparator.naturalOrder())),
                missedOf(entries, missed));
    }

    private static Map<String, Long> missedOf(List<ScheduleEntry> entries, MissedCounts missed) {
        Map<String, Long> byReason = new TreeMap<>();
        entries.forEach(entry ->
                missed.of(entry.id()).forEach((reason, count) -> byReason.merge(reason.label(), count, Long::sum)));
        return byReason;
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
