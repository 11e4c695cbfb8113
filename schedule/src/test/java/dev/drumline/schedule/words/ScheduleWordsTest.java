// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleWordsTest {
    private static final Rule NINE = new Rule.Cron("0 9 * * mon-fri");
    private static final Rule TEN_SECONDS = new Rule.Every("10s", null);

    @ParameterizedTest
    @CsvSource({
        "10s, Every 10 seconds",
        "1s, Every second",
        "60s, Every minute",
        "1h, Every hour",
        "90s, Every 1 minute 30 seconds",
        "1h30m, Every 1 hour 30 minutes",
        "500ms, Every 500 milliseconds",
        "1s1ms, Every 1 second 1 millisecond",
        "48h, Every 48 hours",
    })
    void shouldSayAPeriod(String period, String words) {
        assertThat(ScheduleWords.of(ScheduleSpec.of(new Rule.Every(period, null))))
                .containsExactly(words + ", at a phase derived from the task's name");
    }

    @Test
    void shouldSayWhereAPeriodIsAnchored() {
        assertThat(ScheduleWords.of(ScheduleSpec.of(new Rule.Every("2h", "2026-01-01T01:00:00+01:00"))))
                .containsExactly("Every 2 hours, counted from 2026-01-01T00:00:00Z");
    }

    @Test
    void shouldSayAnInstant() {
        assertThat(ScheduleWords.of(ScheduleSpec.of(new Rule.At("2026-12-24T19:00:00+01:00"))))
                .containsExactly("Once, at 2026-12-24T18:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sunset            | 52.5 | 13.4   | At sunset at 52.5° N, 13.4° E",
                "solar_noon        | -34  | -58.38 | At solar noon at 34° S, 58.38° W",
                "dawn_civil        | 0    | 0      | At civil dawn at 0° N, 0° E",
                "dusk_astronomical | 70   | 20     | At astronomical dusk at 70° N, 20° E",
            })
    void shouldSayAPositionOfTheSun(String event, double latitude, double longitude, String words) {
        assertThat(ScheduleWords.of(ScheduleSpec.of(new Rule.Solar(event, latitude, longitude))))
                .containsExactly(words);
    }

    @Test
    void shouldSayThatAllFieldsOfACrontabMustMatch() {
        assertThat(ScheduleWords.of(ScheduleSpec.of(new Rule.Crontab("0", "12", "fri", "13", null))))
                .containsExactly("At 12:00, on day 13 of the month when it is a Friday");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 0   |         | 13  |     | At 00:00, on day 13 of the month",
                "0    | 0   | fri     | 13  |     | At 00:00, on day 13 of the month when it is a Friday",
                "0    | 0   | mon,wed | 1-7 | jul | At 00:00, on days 1 to 7 of the month when it is a Monday or Wednesday, in July",
                "0    | 0   | mon-fri | 1-7 |     | At 00:00, on days 1 to 7 of the month when it is Monday to Friday",
                "*/15 | 6-8 |         |     |     | Every 15 minutes from 06:00 to 08:45, every day",
                "     |     |         |     |     | Every minute",
            })
    void shouldSayACrontabWithItsOwnMeaning(
            String minute, String hour, String dayOfWeek, String dayOfMonth, String monthOfYear, String words) {
        Rule crontab = new Rule.Crontab(minute, hour, dayOfWeek, dayOfMonth, monthOfYear);

        assertThat(ScheduleWords.of(ScheduleSpec.of(crontab))).containsExactly(words);
    }

    @Test
    void shouldNameTheZoneOfTheClock() {
        assertThat(ScheduleWords.of(ScheduleSpec.of(NINE).in("Europe/Berlin")))
                .containsExactly("At 09:00, Monday to Friday, Europe/Berlin time");
        assertThat(ScheduleWords.of(ScheduleSpec.of(TEN_SECONDS).in("Europe/Berlin")))
                .containsExactly("Every 10 seconds, at a phase derived from the task's name");
    }

    @Test
    void shouldTakeWhatARecurrenceRuleLeavesOpenFromItsStart() {
        ScheduleSpec monthly = ScheduleSpec.of(new Rule.Rrule("FREQ=MONTHLY"));

        assertThat(ScheduleWords.of(monthly.in("Europe/Berlin").between("2026-01-31T23:30:05.5Z", null)))
                .containsExactly(
                        "Every month, on day 1, at 00:30:05, Europe/Berlin time", "From 2026-01-31T23:30:05.500Z on");
        assertThat(ScheduleWords.of(monthly.between("2026-01-31T23:30:00Z", null)))
                .startsWith("Every month, on day 31, at 23:30");
        assertThat(ScheduleWords.of(monthly)).containsExactly("Every month, on day 1, at 00:00");
    }

    @Test
    void shouldUniteSeveralRules() {
        assertThat(ScheduleWords.of(ScheduleSpec.of(NINE, new Rule.Cron("0 12 * * sat"), TEN_SECONDS)
                        .in("Europe/Berlin")))
                .containsExactly(
                        "At 09:00, Monday to Friday; and at 12:00, on Saturday; "
                                + "and every 10 seconds, at a phase derived from the task's name",
                        "Times of day are those of Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * sun         |       | Not on Sunday",
                "* * * * mon-fri     |       | Not Monday to Friday",
                "* 12 * * *          | 60    | Not from 12:00 to 12:59, every day",
                "* * * jul *         |       | Not in July",
                "* * * * *           |       | Not for 1 minute each time: every minute",
                "* * * * sun         | 61    | Not for 1 minute 1 second each time: every minute, on Sunday",
                "0 22 * * *          | 28800 | Not for 8 hours from 22:00, every day",
                "*/10 * * * *        |       | Not for 1 minute each time: every 10 minutes",
            })
    void shouldSayWhatIsLeftOut(String cron, Integer forSeconds, String words) {
        assertThat(ScheduleWords.of(
                        ScheduleSpec.of(TEN_SECONDS).except(new Exclusion(new Rule.Cron(cron), forSeconds))))
                .last()
                .isEqualTo(words);
    }

    @Test
    void shouldSayWhatIsLeftOutByOtherKinds() {
        assertThat(ScheduleWords.of(ScheduleSpec.of(TEN_SECONDS)
                        .except(
                                new Exclusion(new Rule.At("2026-12-24T18:00:00Z"), 3600),
                                new Exclusion(new Rule.Solar("sunset", 52.5, 13.4), 600),
                                new Exclusion(new Rule.Every("1h", "2026-01-01T00:00:00Z"), 60),
                                new Exclusion(NINE, 60))
                        .in("Asia/Tokyo")))
                .containsExactly(
                        "Every 10 seconds, at a phase derived from the task's name",
                        "Not for 1 hour from 2026-12-24T18:00:00Z",
                        "Not for 10 minutes from sunset at 52.5° N, 13.4° E",
                        "Not for 1 minute each time: every hour, counted from 2026-01-01T00:00:00Z",
                        "Not for 1 minute from 09:00, Monday to Friday",
                        "Times of day are those of Asia/Tokyo");
    }

    @Test
    void shouldSayTheBounds() {
        assertThat(ScheduleWords.of(ScheduleSpec.of(NINE)
                        .between("2026-01-01T00:00:00Z", "2026-12-31T23:00:00-01:00")
                        .limitedTo(100, null)
                        .spreadOver(90)))
                .containsExactly(
                        "At 09:00, Monday to Friday",
                        "From 2026-01-01T00:00:00Z on",
                        "Until 2027-01-01T00:00:00Z",
                        "100 times in all",
                        "Each time later by the same part of 1 minute 30 seconds, which follows from the task's name");
    }

    @Test
    void shouldNotMentionWhatBoundsNothing() {
        assertThat(ScheduleWords.of(ScheduleSpec.of(NINE).spreadOver(0).limitedTo(1, "2026-01-01T00:00:00Z")))
                .containsExactly("At 09:00, Monday to Friday", "1 time in all");
    }
}
