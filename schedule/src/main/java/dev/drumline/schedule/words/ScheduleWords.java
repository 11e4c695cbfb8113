// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schedule in plain words. */
public final class ScheduleWords {
    private ScheduleWords() {}

    /**
     * What a person would say of the schedule: first when it is due, then what is left out and what bounds it, each without a full stop.
     *
     * @param spec one that {@link dev.drumline.schedule.spec.Schedules#parse} accepts
     */
    public static List<String> of(ScheduleSpec spec) {
        List<String> sentences = new ArrayList<>();
        sentences.add(rules(spec));
        spec.except().stream().map(exclusion -> ExceptWords.of(exclusion, spec)).forEach(sentences::add);
        zone(spec).forEach(sentences::add);
        bounds(spec).forEach(sentences::add);
        return sentences;
    }

    private static String rules(ScheduleSpec spec) {
        if (spec.rules().size() == 1) {
            Rule rule = spec.rules().getFirst();
            return RuleWords.of(rule, spec) + (namesZone(spec) ? ", " + spec.timeZone() + " time" : "");
        }
        String rest = spec.rules().stream()
                .skip(1)
                .map(rule -> "; and " + ExceptWords.lower(RuleWords.of(rule, spec)))
                .collect(Collectors.joining());
        return RuleWords.of(spec.rules().getFirst(), spec) + rest;
    }

    private static boolean namesZone(ScheduleSpec spec) {
        return spec.timeZone() != null
                && spec.rules().size() == 1
                && RuleWords.isLocal(spec.rules().getFirst());
    }

    private static Stream<String> zone(ScheduleSpec spec) {
        boolean isLocal = Stream.concat(
                        spec.rules().stream(), spec.except().stream().map(exclusion -> exclusion.rule()))
                .anyMatch(RuleWords::isLocal);
        return spec.timeZone() != null && isLocal && !namesZone(spec)
                ? Stream.of("Times of day are those of " + spec.timeZone())
                : Stream.empty();
    }

    private static Stream<String> bounds(ScheduleSpec spec) {
        Stream.Builder<String> bounds = Stream.builder();
        if (spec.startTime() != null) {
            bounds.add("From " + RuleWords.instant("startTime", spec.startTime()) + " on");
        }
        if (spec.endTime() != null) {
            bounds.add("Until " + RuleWords.instant("endTime", spec.endTime()));
        }
        if (spec.maxRuns() != null) {
            bounds.add(spec.maxRuns() + (spec.maxRuns() == 1 ? " time" : " times") + " in all");
        }
        if (spec.spreadSeconds() != null && spec.spreadSeconds() > 0) {
            bounds.add("Each time later by the same part of " + PeriodWords.of(spec.spreadSeconds() * 1000L)
                    + ", which follows from the task's name");
        }
        return bounds.build();
    }
}
