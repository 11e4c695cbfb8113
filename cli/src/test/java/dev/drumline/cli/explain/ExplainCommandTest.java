// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.cli.CliRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
    private static final String NOW = "2026-11-24T08:00:00Z";
    private static final String TASKS = """
            apiVersion: drumline.dev/v1beta1
            kind: PeriodicTask
            metadata: {name: report}
            spec: {schedule: {cron: "0 9 * * mon-fri"}, timeZone: Europe/Berlin, endTime: "2026-11-26T00:00:00Z"}
            ---
            apiVersion: drumline.dev/v1beta1
            kind: PeriodicTask
            metadata: {name: tired, namespace: shop}
            spec: {schedule: {at: "2026-01-01T00:00:00Z"}, suspend: true}
            """;

    @Test
    void shouldSayTheWordsFirstAndThenTheNextThreeOccurrences() {
        assertThat(explain("0 9 * * mon-fri")).isEqualTo(new CliRun(0, """
                At 09:00, Monday to Friday
                  2026-11-24T09:00:00Z
                  2026-11-25T09:00:00Z
                  2026-11-26T09:00:00Z
                """, ""));
    }

    @Test
    void shouldTakeAnExpressionInPiecesToo() {
        assertThat(explain("0", "9", "*", "*", "mon-fri")).isEqualTo(explain("0 9 * * mon-fri"));
    }

    @Test
    void shouldReadItInAZone() {
        assertThat(explain("@daily", "--tz", "America/New_York", "--from", "2026-10-31T12:00:00Z")
                        .out())
                .isEqualTo("""
                At 00:00, every day, America/New_York time
                  2026-11-01T04:00:00Z   2026-11-01T00:00:00-04:00
                  2026-11-02T05:00:00Z   2026-11-02T00:00:00-05:00
                  2026-11-03T05:00:00Z   2026-11-03T00:00:00-05:00
                """);
    }

    @Test
    void shouldExplainAPeriodWhosePhaseIsATasksOwn() {
        assertThat(explain("10s").out()).isEqualTo("Every 10 seconds, at a phase derived from the task's name\n");
    }

    @Test
    void shouldExplainAnInstant() {
        assertThat(explain("2026-12-24T19:00:00+01:00").out())
                .isEqualTo("Once, at 2026-12-24T18:00:00Z\n  2026-12-24T18:00:00Z\n");
        assertThat(explain("2025-12-24T18:00:00Z").out())
                .isEqualTo("Once, at 2025-12-24T18:00:00Z\n  not due any more\n");
    }

    @Test
    void shouldExplainARecurrenceRule() {
        assertThat(explain("FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=18", "--tz", "Europe/Berlin")
                        .out())
                .isEqualTo("""
                Every month, on the last Friday, at 18:00, Europe/Berlin time
                  2026-11-27T17:00:00Z   2026-11-27T18:00:00+01:00
                  2026-12-25T17:00:00Z   2026-12-25T18:00:00+01:00
                  2027-01-29T17:00:00Z   2027-01-29T18:00:00+01:00
                """);
    }

    @Test
    void shouldPrintJson() {
        assertThat(explain("*/30 * * * *", "-o", "json").out()).isEqualTo("""
                {"text":"Every 30 minutes","next":["2026-11-24T08:30:00Z","2026-11-24T09:00:00Z","2026-11-24T09:30:00Z"]}
                """);
        assertThat(explain("1h", "-o", "json").out()).isEqualTo("""
                {"text":"Every hour, at a phase derived from the task's name"}
                """);
    }

    @Test
    void shouldExplainEveryTaskOfAFile() {
        assertThat(CliRun.at(NOW, TASKS, "explain", "-f", "-")).isEqualTo(new CliRun(0, """
                # default/report
                At 09:00, Monday to Friday, Europe/Berlin time. Until 2026-11-26T00:00:00Z.
                  2026-11-25T08:00:00Z   2026-11-25T09:00:00+01:00
                # shop/tired
                Once, at 2026-01-01T00:00:00Z. Suspended: nothing is fired until spec.suspend is false.
                  not due any more
                """, ""));
    }

    @Test
    void shouldSayEverythingThatATasksScheduleSays() {
        CliRun run = CliRun.at(NOW, """
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: busy}
                spec:
                  schedules:
                    - crontab: {minute: "0", hour: "9", dayOfWeek: fri, dayOfMonth: "13"}
                    - rrule: FREQ=WEEKLY;BYDAY=MO;BYHOUR=9
                  except: [{cron: "* * * dec *"}]
                  timeZone: Asia/Tokyo
                  startTime: "2026-01-01T00:00:00Z"
                  endTime: "2027-01-01T00:00:00Z"
                  maxRuns: 50
                  spreadSeconds: 30
                """, "explain", "-f", "-");

        assertThat(run.out().lines())
                .first()
                .isEqualTo("At 09:00, on day 13 of the month when it is a Friday; "
                        + "and every week, on Monday, at 09:00. Not in December. Times of day are those of Asia/Tokyo. "
                        + "From 2026-01-01T00:00:00Z on. Until 2027-01-01T00:00:00Z. 50 times in all. "
                        + "Each time later by the same part of 30 seconds, which follows from the task's name.");
        assertThat(run.out()).hasLineCount(2);
    }

    @Test
    void shouldSayAPositionOfTheSun() {
        CliRun run = CliRun.at(NOW, """
                apiVersion: drumline.dev/v1beta1
                kind: PeriodicTask
                metadata: {name: lights}
                spec: {schedule: {solar: {event: sunset, latitude: 52.5, longitude: 13.4}}}
                """, "explain", "-f", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("At sunset at 52.5° N, 13.4° E\n  2026-11-24T15:02:")
                .hasLineCount(4);
    }

    @Test
    void shouldPrintTheTasksOfAFileAsJson() {
        assertThat(CliRun.at(NOW, TASKS.split("---")[0], "explain", "-f", "-", "-o", "json")
                        .out())
                .isEqualTo("""
                [{"namespace":"default","name":"report",\
                "text":"At 09:00, Monday to Friday, Europe/Berlin time. Until 2026-11-26T00:00:00Z.",\
                "next":["2026-11-25T08:00:00Z"]}]
                """);
    }

    @Test
    void shouldSayWhyATaskIsRefusedAndExplainTheOthers() {
        CliRun run = CliRun.at(NOW, TASKS.replace("0 9", "61 9"), "explain", "-f", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("# shop/tired\n").hasLineCount(3);
        assertThat(run.err()).isEqualTo("""
                drumline: -: default/report is refused:
                spec.schedule.cron: minute is 61, must be 0-59
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "61 * * * *        | cron: minute is 61, must be 0-59",
                "@fortnightly      | cron: unknown macro \"@fortnightly\", must be @hourly, @daily, @midnight, @weekly, @monthly, @yearly or @annually",
                "daily             | cron: has 1 fields, must have 5: minute, hour, day of month, month, day of week",
                "``                | cron: has 0 fields, must have 5: minute, hour, day of month, month, day of week",
                "0 0 31 2 *        | cron: never happens: month 2 has no day 31",
                "10                | every: must be a duration of at least 100ms, such as 10s, 1m30s or 500ms",
                "2026-12-24        | at: must be an RFC 3339 time such as 2026-12-24T18:00:00Z",
            })
    void shouldSayWhatIsWrongWithAnExpression(String expression, String sentence) {
        assertThat(explain(expression)).isEqualTo(new CliRun(1, "", "drumline: " + sentence + "\n"));
    }

    @Test
    void shouldSayThatAZoneIsUnknown() {
        assertThat(explain("@daily", "--tz", "EST5").err())
                .isEqualTo("drumline: timeZone: unknown time zone \"EST5\"; use an IANA name such as Europe/Berlin\n");
    }

    @Test
    void shouldNeedAnExpressionOrAFile() {
        for (CliRun run : List.of(
                explain(),
                explain("10s", "-f", "-"),
                explain("-f", "-", "--tz", "Asia/Tokyo"),
                explain("-o", "table"))) {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("Usage: drumline explain");
        }
    }

    private static CliRun explain(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "explain";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CliRun.at(NOW, "", all);
    }
}
