// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.drumline.cli.task.TaskEntry.Task;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.words.ScheduleWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code drumline explain -o json} prints.
 *
 * @param namespace of the task; null for an expression
 * @param name of the task; null for an expression
 * @param text the schedule in plain words
 * @param next the next three occurrences, RFC 3339 in UTC; null when they depend on the name of a task that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Explanation(String namespace, String name, String text, List<String> next) {
    private static final int OCCURRENCES = 3;

    static Explanation of(Task task, Instant after) {
        List<String> sentences = new ArrayList<>(ScheduleWords.of(task.spec()));
        if (task.suspended()) {
            sentences.add("Suspended: nothing is fired until spec.suspend is false");
        }
        return new Explanation(
                task.name().namespace(), task.name().name(), join(sentences), next(task.schedule(), after));
    }

    static Explanation of(ScheduleSpec spec, Schedule schedule, Instant after) {
        boolean known = Expression.standsAlone(spec.rules().getFirst());
        return new Explanation(null, null, join(ScheduleWords.of(spec)), known ? next(schedule, after) : null);
    }

    private static List<String> next(Schedule schedule, Instant after) {
        return schedule.between(after, Instant.MAX, OCCURRENCES).stream()
                .map(Instant::toString)
                .toList();
    }

    /** A single one stays a phrase; several become sentences. */
    private static String join(List<String> sentences) {
        return sentences.size() == 1 ? sentences.getFirst() : String.join(". ", sentences) + ".";
    }
}
