// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskFileTest {
    private static final String HEAD = """
            apiVersion: drumline.dev/v1beta1
            kind: PeriodicTask
            metadata: {name: a}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                             | spec: set exactly one of schedule, schedules",
                "{schedule: {}}                                 | spec.schedule: set exactly one of every, cron, crontab, at, solar, rrule",
                "{schedules: [{every: 1s}, {cron: '61 * * * *'}]} | spec.schedules[1].cron: minute is 61, must be 0-59",
                "{schedules: [{every: 1s, crn: x}]}             | unknown field \"spec.schedules[0].crn\"",
                "{schedule: {every: 1s}, except: [{cron: '* * * * sun', forSeconds: 5}]} |",
                "{schedule: {every: 1s}, except: [{cron: '* * * * sun', for: 5}]} | unknown field \"spec.except[0].for\"",
                "{schedule: {every: 1s, cron: '@daily'}}        | spec.schedule: set exactly one of every, cron, crontab, at, solar, rrule",
                "{schedule: {cron: '0 0 31 2 *'}}               | spec.schedule.cron: never happens: month 2 has no day 31",
                "{schedule: {cron: '@daily'}, timeZone: EST5}   | spec.timeZone: unknown time zone \"EST5\"; use an IANA name such as Europe/Berlin",
                "{schedule: {crn: '@daily'}}                    | unknown field \"spec.schedule.crn\"",
                "{schedule: {crontab: {minutes: 0}}}            | unknown field \"spec.schedule.crontab.minutes\"",
                "{schedule: {every: 1s}, qeue: {a: b}}          | unknown field \"spec.qeue\"",
                "{schedule: {every: 10}}                        | spec.schedule.every: must be a string",
                "{schedule: every}                              | spec.schedule: must be an object",
                "{schedule: {every: 1s}, suspend: 'yes'}        | spec.suspend: must be true or false",
                "{schedule: {every: 1s}, spreadSeconds: 0.5}    | spec.spreadSeconds: must be a whole number",
                "{schedule: {every: 1s}, spreadSeconds: '1'}    | spec.spreadSeconds: must be a whole number",
                "{schedule: {every: 1s}, catchUp: latest}       | spec.catchUp: must be one of Latest, All",
                "{schedule: {every: 1s}, args: {a: [b]}, headers: {x: y}, kwargs: {z: 1}} |",
            })
    void shouldJudgeASpec(String spec, String sentence) {
        TaskFile file = read(HEAD + "spec: " + spec);

        assertThat(file.entries()).hasSize(1);
        assertThat(file.refused())
                .isEqualTo(
                        sentence == null ? List.of() : List.of(new TaskEntry.Refused("default/a", List.of(sentence))));
    }

    @Test
    void shouldTellEveryUnknownField() {
        assertThat(read(HEAD + "spec: {schedule: {every: 1s, x: 1}, y: 2}\nz: 3")
                        .refused())
                .containsExactly(new TaskEntry.Refused("default/a", List.of("unknown field \"z\"")));
        assertThat(read(HEAD + "spec: {schedule: {every: 1s, x: 1}, y: 2}").refused())
                .flatExtracting(TaskEntry.Refused::sentences)
                .containsExactly("unknown field \"spec.schedule.x\"", "unknown field \"spec.y\"");
    }

    @Test
    void shouldTellAnUnknownFieldOfTheMetadata() {
        assertThat(read(HEAD.replace("name: a", "name: a, namespce: b") + "spec: {schedule: {every: 1s}}")
                        .refused())
                .flatExtracting(TaskEntry.Refused::sentences)
                .containsExactly("unknown field \"metadata.namespce\"");
    }

    @Test
    void shouldTakeEmptyMetadataForNone() {
        assertThat(read(HEAD.replace("name: a", "name: a, namespace: '', creationTimestamp: null")
                                + "spec: {schedule: {every: 1s}, maxRuns: 1}")
                        .tasks())
                .extracting(TaskEntry.Task::name)
                .containsExactly(new TaskName("default", "a"));
    }

    @Test
    void shouldNeedAName() {
        assertThat(read(HEAD.replace("name: a", "labels: {a: b}") + "spec: {schedule: {every: 1s}}")
                        .refused())
                .flatExtracting(TaskEntry.Refused::sentences)
                .containsExactly("metadata.name: is needed, since the phase follows from it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b\\n  c: d            | line 7: mapping values are not allowed here",
                "a: 'b                    | line 7: found unexpected end of stream",
                "a: {b: 1, b: 2}          | line 6: Duplicate field 'b'",
                "a: &b {c: d}\\ne: *b     | line 7: YAML aliases such as *b are not read here; write the value out",
                "a:\\n\\tb: c             | line 7: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)",
            })
    void shouldSayOnWhichLineABrokenDocumentIsBroken(String yaml, String sentence) {
        String good = HEAD + "spec: {schedule: {every: 1s}}\n---\n";

        TaskFile file = read(good + yaml.translateEscapes() + "\n---\n" + HEAD + "spec: {schedule: {every: 1s}}");

        assertThat(file.tasks()).hasSize(2);
        assertThat(file.refused()).containsExactly(new TaskEntry.Refused("a document", List.of(sentence)));
    }

    @Test
    void shouldReadJsonAndLists() {
        String task = """
                {"apiVersion": "drumline.dev/v1beta1", "kind": "PeriodicTask", "metadata": {"name": "a"},
                \t"spec": {"schedule": {"every": "1s"}}, "status": {"runs": 1}}
                """;

        assertThat(read(task + task).tasks()).hasSize(2);
        TaskFile list = read("{\"kind\": \"PeriodicTaskList\", \"items\": [" + task + ", {\"kind\": \"Pod\"}]}");
        assertThat(list.tasks()).extracting(TaskEntry.Task::name).containsExactly(new TaskName("default", "a"));
        assertThat(list.passedOver()).containsExactly("Pod");
        assertThat(read(task + "{").refused()).hasSize(1);
    }

    private static TaskFile read(String text) {
        return TaskFile.read(text, "default", Instant.parse("2026-11-24T08:00:00Z"));
    }
}
