// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumline.schedule.ScheduleException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedScheduleTest {
    private static final ScheduleSpec DAILY = ScheduleSpec.of(new Rule.Cron("@daily"));

    @ParameterizedTest
    @ValueSource(strings = {"1ms", "99ms", "0s", "-5s", "ten", "", "10", "1.5s", "10 s", "1d", "123456s", "1s1s1s1s1s"})
    void shouldRefuseAPeriod(String period) {
        assertRefused(
                ScheduleSpec.of(new Rule.Every(period, null)),
                "schedule.every",
                "must be a duration of at least 100ms, such as 10s, 1m30s or 500ms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "61 * * * *         | minute is 61, must be 0-59",
                "99999999999 * * * *| minute is 99999999999, must be 0-59",
                "x * * * *          | minute is \"x\", must be 0-59",
                "1,61,2 * * * *     | minute is 61 in item 2 of 3, must be 0-59",
                "1,50-61 * * * *    | minute is 61 in item 2 of 2, \"50-61\", must be 0-59",
                "50-61 * * * *      | minute is 61 in \"50-61\", must be 0-59",
                "61/5 * * * *       | minute is 61 in \"61/5\", must be 0-59",
                "1,,2 * * * *       | minute is empty in item 2 of 3, must be 0-59",
                "-5 * * * *         | minute is \"-5\", must be a range of two values, such as 1-5",
                "5- * * * *         | minute is \"5-\", must be a range of two values, such as 1-5",
                "1-2-3 * * * *      | minute is \"1-2-3\", must be a range of two values, such as 1-5",
                "*-5 * * * *        | minute is \"*-5\", must be a range of two values, such as 1-5",
                "/5 * * * *         | minute is \"/5\", must be * or a range before the step, such as */5",
                "*/0 * * * *        | minute step is 0 in \"*/0\", must be at least 1",
                "1,*/00 * * * *     | minute step is 00 in item 2 of 2, \"*/00\", must be at least 1",
                "*/ * * * *         | minute step is empty in \"*/\", must be at least 1",
                "*/x * * * *        | minute step is \"x\" in \"*/x\", must be at least 1",
                "*/5/2 * * * *      | minute is \"*/5/2\", must have one step, such as */5",
                "0 24 * * *         | hour is 24, must be 0-23",
                "0 0 0 * *          | day of month is 0, must be 1-31",
                "0 0 32 * *         | day of month is 32, must be 1-31",
                "0 0 L * *          | day of month is \"L\", must be 1-31",
                "0 0 * 13 *         | month is 13, must be 1-12 or jan-dec",
                "0 0 * juli *       | month is \"juli\", must be 1-12 or jan-dec",
                "0 0 * * 7          | day of week is 7, must be 0-6 (Sunday is 0) or sun-sat",
                "0 0 * * monday     | day of week is \"monday\", must be 0-6 (Sunday is 0) or sun-sat",
                "* * * *            | has 4 fields, must have 5: minute, hour, day of month, month, day of week",
                "0 * * * * *        | has 6 fields, must have 5: minute, hour, day of month, month, day of week",
                "``                 | has 0 fields, must have 5: minute, hour, day of month, month, day of week",
                "CRON_TZ=UTC 0 0 * * *| put the time zone into spec.timeZone",
                "TZ=UTC 0 0 * * *   | put the time zone into spec.timeZone",
                "@every 5m          | @every is a period: put it into spec.schedule.every",
                "@fortnightly       | unknown macro \"@fortnightly\", must be @hourly, @daily, @midnight, @weekly, @monthly, @yearly or @annually",
                "0 0 31 2 *         | never happens: month 2 has no day 31",
                "0 0 30,31 feb *    | never happens: month 2 has no day 30",
                "0 0 31 2,4,6 *     | never happens: months 2, 4, 6 have no day 31",
            })
    void shouldRefuseACron(String expression, String sentence) {
        assertRefused(ScheduleSpec.of(new Rule.Cron(expression)), "schedule.cron", sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Local", "../../etc/passwd", "EST5", "+02:00", "PST", "UTC+1", "europe/berlin", "", "Z"})
    void shouldRefuseATimeZone(String zone) {
        assertRefused(
                DAILY.in(zone),
                "timeZone",
                "unknown time zone \"" + zone + "\"; use an IANA name such as Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-12-24", "2026-12-24T18:00:00", "2026-13-24T18:00:00Z", ""})
    void shouldRefuseATime(String time) {
        String sentence = "must be an RFC 3339 time such as 2026-12-24T18:00:00Z";
        assertRefused(ScheduleSpec.of(new Rule.At(time)), "schedule.at", sentence);
        assertRefused(ScheduleSpec.of(new Rule.Every("10s", time)), "schedule.anchorTime", sentence);
        assertRefused(DAILY.between(time, null), "startTime", sentence);
        assertRefused(DAILY.between(null, time), "endTime", sentence);
    }

    @Test
    void shouldRefuseAnEndThatIsNotAfterTheStart() {
        String time = "2026-12-24T18:00:00Z";
        assertRefused(DAILY.between(time, time), "endTime", "must be after spec.startTime");
    }

    @Test
    void shouldRefuseASpreadThatIsNotBelowThePeriod() {
        ScheduleSpec every = ScheduleSpec.of(new Rule.Every("10s", null));
        assertRefused(every.spreadOver(10), "spreadSeconds", "must be less than the period");
        assertRefused(every.spreadOver(-1), "spreadSeconds", "must be at least 0");
        assertThat(Schedules.parse(every.spreadOver(9), "a/b")).isNotNull();
    }

    @Test
    void shouldRefuseBoundsThatHoldNoOccurrence() {
        assertRefused(
                DAILY.between("2026-12-24T01:00:00Z", "2026-12-24T23:00:00Z"),
                "schedule",
                "never happens: no occurrence from spec.startTime to spec.endTime");
    }

    @Test
    void shouldRefuseWindowsThatLeaveNothing() {
        Rule minutes = new Rule.Every("1m", "2026-01-01T00:00:01Z");
        assertRefused(
                DAILY.except(new Exclusion(minutes, null)),
                "except[0].forSeconds",
                "must be less than the period, else nothing is left");
        assertThat(Schedules.parse(DAILY.except(new Exclusion(minutes, 59)), "a/b"))
                .isNotNull();
    }

    @Test
    void shouldRefuseWindowsOfNoLengthOrOfMoreThanAYear() {
        Rule newYear = new Rule.Cron("0 0 1 1 *");
        for (int seconds : new int[] {0, 366 * 86_400 + 1}) {
            assertRefused(DAILY.except(new Exclusion(newYear, seconds)), "except[0].forSeconds", "must be 1-31622400");
        }
        for (int seconds : new int[] {1, 366 * 86_400}) {
            ScheduleSpec excepted = ScheduleSpec.of(new Rule.At("1999-01-02T00:00:00Z"))
                    .except(new Exclusion(new Rule.At("1998-01-01T00:00:00Z"), seconds));
            assertThat(Schedules.parse(excepted, "a/b")).isNotNull();
        }
    }

    @Test
    void shouldRefuseNoRuleAndTwo() {
        Rule daily = DAILY.rules().getFirst();
        for (List<Rule> rules : List.of(List.<Rule>of(), List.of(daily, new Rule.Every("10s", null)))) {
            ScheduleException refused =
                    catchThrowableOfType(ScheduleException.class, () -> Rule.only("schedules[1]", rules));
            assertThat(refused.field()).isEqualTo("schedules[1]");
            assertThat(refused).hasMessage("set exactly one of every, cron, crontab, at, solar, rrule");
        }
        assertThat(Rule.only("schedule", List.of(daily))).isEqualTo(daily);
    }

    @Test
    void shouldRefuseANumberOfRunsThatIsTooGreatOrCountsFromNowhere() {
        String made = "2026-01-01T00:00:00Z";
        assertRefused(DAILY.limitedTo(0, made), "maxRuns", "must be 1-1000000");
        assertRefused(DAILY.limitedTo(1_000_001, made), "maxRuns", "must be 1-1000000");
        assertRefused(DAILY.limitedTo(1, null), "maxRuns", "needs spec.startTime to count from");
        Rule daily = DAILY.rules().getFirst();
        String walked = "must be 1-10000 with several schedules, except or solar";
        ScheduleSpec several = ScheduleSpec.of(daily, new Rule.Cron("0 9 * * *"));
        ScheduleSpec excepted = DAILY.except(new Exclusion(new Rule.Cron("* * * * sun"), null));
        for (ScheduleSpec spec : List.of(several, excepted, ScheduleSpec.of(new Rule.Solar("sunset", 52.5, 13.4)))) {
            assertRefused(spec.limitedTo(10_001, made), "maxRuns", walked);
        }
        assertThat(Schedules.parse(DAILY.limitedTo(1_000_000, made), "shop/check")
                        .nextMillis(0))
                .isPositive();
        assertThat(Schedules.parse(several.limitedTo(10_000, made), "shop/check")
                        .nextMillis(0))
                .isPositive();
    }

    @Test
    void shouldNameThePlaceInAListEvenOfOne() {
        Rule never = new Rule.Cron("61 * * * *");
        Rule daily = DAILY.rules().getFirst();
        assertRefused(ScheduleSpec.of(daily, never), "schedules[1].cron", "minute is 61, must be 0-59");
        ScheduleSpec listed = new ScheduleSpec(List.of(never), true, null, null, null, null, null, null, null);
        assertRefused(listed, "schedules[0].cron", "minute is 61, must be 0-59");
    }

    private static void assertRefused(ScheduleSpec spec, String field, String sentence) {
        ScheduleException refused =
                catchThrowableOfType(ScheduleException.class, () -> Schedules.parse(spec, "default/task"));
        assertThat(refused).as("%s", spec).isNotNull().hasMessage(sentence);
        assertThat(refused.field()).isEqualTo(field);
    }
}
