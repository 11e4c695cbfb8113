// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.next;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.cli.CliRun;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextCommandTest {
    private static final String NOW = "2026-11-24T08:00:00Z";

    private static final String REPORT = task("report", "schedule: {cron: '0 9 * * mon-fri'}, timeZone: Europe/Berlin");
    private static final String ALARM = task("alarm", "schedule: {at: '2026-11-24T08:00:02.500Z'}");

    @TempDir
    Path folder;

    @Test
    void shouldPrintOneInstantALineAndNothingElse() {
        CliRun run = next(REPORT, "--count", "3");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                2026-11-25T08:00:00Z
                2026-11-26T08:00:00Z
                2026-11-27T08:00:00Z
                """);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldShowTenUnlessAskedForMore() {
        assertThat(next(REPORT).out()).hasLineCount(10);
        assertThat(next(REPORT, "--count", "10000").out()).hasLineCount(10_000);
    }

    @Test
    void shouldBeginAfterOneInstantAndStopAtAnother() {
        CliRun run = next(REPORT, "--from", "2026-12-24T09:00:00+01:00", "--to", "2026-12-28T08:00:00Z");

        assertThat(run.out()).isEqualTo("2026-12-25T08:00:00Z\n2026-12-28T08:00:00Z\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldPrintMillisecondsWhereThereAreSome() {
        assertThat(next(ALARM).out()).isEqualTo("2026-11-24T08:00:02.500Z\n");
    }

    @Test
    void shouldSayThatAScheduleEnds() {
        assertThat(next(ALARM).err()).isEqualTo("drumline: default/alarm ends: due once after 2026-11-24T08:00:00Z\n");
        CliRun over = next(ALARM, "--from", "2027-01-01T00:00:00Z");
        assertThat(over)
                .isEqualTo(new CliRun(0, "", "drumline: default/alarm ends: due never after 2027-01-01T00:00:00Z\n"));
    }

    @Test
    void shouldNameEachTaskWhereThereAreSeveral() {
        assertThat(next(REPORT + ALARM, "--count", "1").out()).isEqualTo("""
                # default/report
                2026-11-25T08:00:00Z
                # default/alarm
                2026-11-24T08:00:02.500Z
                """);
    }

    @Test
    void shouldPrintATableInTheZoneOfTheTask() {
        assertThat(next(REPORT, "--count", "2", "-o", "table").out()).isEqualTo("""
                DUE (UTC)              DUE (Europe/Berlin)         IN
                2026-11-25T08:00:00Z   2026-11-25T09:00:00+01:00   1d0h
                2026-11-26T08:00:00Z   2026-11-26T09:00:00+01:00   2d0h
                """);
        assertThat(next(ALARM, "--count", "2", "-o", "table").out()).isEqualTo("""
                DUE (UTC)                  IN
                2026-11-24T08:00:02.500Z   2.500s
                """);
    }

    @Test
    void shouldPrintTheTasksOfATableInTheirOrderOfTime() {
        assertThat(next(REPORT + ALARM, "--from", "2026-11-24T07:55:10Z", "--count", "2", "-o", "table")
                        .out())
                .isEqualTo("""
                DUE (UTC)                  DUE (local)                 IN      TASK
                2026-11-24T08:00:00Z       2026-11-24T09:00:00+01:00   4m50s   default/report
                2026-11-24T08:00:02.500Z   2026-11-24T08:00:02.500Z    4m52s   default/alarm
                2026-11-25T08:00:00Z       2026-11-25T09:00:00+01:00   1d0h    default/report
                """);
    }

    @Test
    void shouldPrintJson() {
        assertThat(next(REPORT + ALARM, "--count", "2", "-o", "json").out()).isEqualTo("""
                [{"namespace":"default","name":"report","timeZone":"Europe/Berlin",\
                "occurrences":["2026-11-25T08:00:00Z","2026-11-26T08:00:00Z"]},\
                {"namespace":"default","name":"alarm","timeZone":"UTC","occurrences":["2026-11-24T08:00:02.500Z"]}]
                """);
    }

    @Test
    void shouldTellThePhaseThatTheOperatorAndTheBeatsHave() {
        String everyHour = task("check", "schedule: {every: 1h}, spreadSeconds: 60");

        assertThat(next(everyHour, "--count", "3").out()).isEqualTo(hourly("default/check"));
        assertThat(next(everyHour, "--count", "3", "-n", "shop").out())
                .isEqualTo(hourly("shop/check"))
                .isNotEqualTo(hourly("default/check"));
        assertThat(next(everyHour.replace("{name:", "{namespace: mine, name:"), "--count", "3", "-n", "shop")
                        .out())
                .isEqualTo(hourly("mine/check"));
    }

    @Test
    void shouldCountRunsFromWhenTheTaskWasMadeElseFromTheFirstInstant() {
        String thrice = task("thrice", "schedule: {cron: '@daily'}, maxRuns: 3");
        String made = thrice.replace("{name:", "{creationTimestamp: '2026-11-23T12:00:00Z', name:");

        assertThat(next(thrice).out()).hasLineCount(3).endsWith("2026-11-27T00:00:00Z\n");
        assertThat(next(made).out()).hasLineCount(2).endsWith("2026-11-26T00:00:00Z\n");
        assertThat(next(made.replace("@daily'}", "@daily'}, startTime: '2026-12-01T00:00:00Z'"))
                        .out())
                .hasLineCount(3)
                .endsWith("2026-12-03T00:00:00Z\n");
    }

    @Test
    void shouldShowASuspendedTaskAndSaySo() {
        CliRun run = next(task("tired", "schedule: {cron: '@daily'}, suspend: true"), "--count", "1");

        assertThat(run)
                .isEqualTo(new CliRun(
                        0,
                        "2026-11-25T00:00:00Z\n",
                        "drumline: default/tired is suspended: nothing is fired until spec.suspend is false\n"));
    }

    @Test
    void shouldSayWhyATaskIsRefusedAndShowTheOthers() {
        CliRun run = next(task("broken", "schedule: {cron: '61 * * * *'}") + ALARM);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("# default/alarm\n2026-11-24T08:00:02.500Z\n");
        assertThat(run.err()).startsWith("""
                drumline: -: default/broken is refused:
                spec.schedule.cron: minute is 61, must be 0-59
                """);
    }

    @Test
    void shouldPassOverOtherKinds() throws Exception {
        Path file = folder.resolve("shop.yaml");
        Files.writeString(file, """
                apiVersion: drumline.dev/v1beta1
                kind: TaskBroker
                metadata: {name: default}
                """ + ALARM);

        CliRun run = CliRun.at(NOW, "", "next", "-f", file.toString(), "--count", "1");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("2026-11-24T08:00:02.500Z\n");
        assertThat(run.err())
                .isEqualTo("drumline: " + file + ": passed over: drumline.dev/v1beta1 TaskBroker default\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n---\n", "{apiVersion: v1, kind: Secret, metadata: {name: a}}", "text"})
    void shouldFailWithoutAnyPeriodicTask(String text) {
        CliRun run = next(text);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("drumline: -: there is no PeriodicTask in it\n");
    }

    @Test
    void shouldFailWithoutTheFile() {
        String missing = folder.resolve("missing.yaml").toString();
        CliRun run = CliRun.at(NOW, "", "next", "-f", missing);

        assertThat(run).isEqualTo(new CliRun(1, "", "drumline: " + missing + ": there is no such file\n"));
        assertThat(CliRun.at(NOW, "", "next", "-f", folder.toString()).err()).contains(" can't be read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count=0", "--count=10001", "--from=tomorrow", "--to=2026-12-24", "-o=yaml", "--never"})
    void shouldRefuseWrongArguments(String argument) {
        CliRun run = next(ALARM, argument);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: drumline next");
    }

    @Test
    void shouldNeedAFile() {
        CliRun run = CliRun.at(NOW, "", "next");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("Missing required option: '--filename=FILE'");
    }

    private static CliRun next(String text, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "next";
        all[1] = "-f";
        all[2] = "-";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return CliRun.at(NOW, text, all);
    }

    private static String hourly(String identity) {
        return Schedules.parse(ScheduleSpec.of(new Rule.Every("1h", null)).spreadOver(60), identity)
                .between(Instant.parse(NOW), Instant.MAX, 3)
                .stream()
                .map(due -> due + "\n")
                .collect(Collectors.joining());
    }

    private static String task(String name, String spec) {
        return """
                ---
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: %s}
                spec: {%s, task: a.b}
                """.formatted(name, spec);
    }
}
