// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumline.schedule.ScheduleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumPeriodTest {
    private static final String ID = "shop/check";

    @ParameterizedTest
    @CsvSource({"100ms, 100", "1s, 1000", "1m30s, 90000", "24h, 86400000"})
    void shouldReadAPeriod(String text, long millis) {
        assertThat(MinimumPeriod.parse(text)).isEqualTo(new MinimumPeriod(text, millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99ms", "0s", "24h1ms", "ten", "", "1d"})
    void shouldRefuseWhatIsNoPeriodOrOutOfBounds(String text) {
        ScheduleException refused = catchThrowableOfType(ScheduleException.class, () -> MinimumPeriod.parse(text));
        assertThat(refused.path()).isEqualTo("spec.minimumPeriod");
        assertThat(refused).hasMessage("must be a duration of 100ms to 24h, such as 1s");
    }

    @ParameterizedTest
    @CsvSource({"200ms, 1s, 200ms", "59999ms, 1m, 59s999ms", "90s, 2m, 1m30s"})
    void shouldRefuseAShorterPeriod(String period, String minimum, String gap) {
        assertRefused(ScheduleSpec.of(new Rule.Every(period, null)), minimum, "spec.schedule.every", gap);
    }

    @ParameterizedTest
    @CsvSource({"1s, 1s", "100ms, 100ms", "2m, 1m59s"})
    void shouldAcceptAPeriodThatIsLongEnough(String period, String minimum) {
        assertAccepted(ScheduleSpec.of(new Rule.Every(period, null)), minimum);
    }

    /** Steps begin anew with each hour and each day, and what is rare may still come twice in a row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *   | 2m | 1m",
                "0,1 0 1 * * | 1h | 1m",
                "*/7 * * * * | 7m | 4m",
                "0 */5 * * * | 5h | 4h",
            })
    void shouldFindTheShortestDistanceOfACron(String expression, String minimum, String gap) {
        ScheduleSpec spec = ScheduleSpec.of(new Rule.Cron(expression));
        assertRefused(spec, minimum, "spec.schedule.cron", gap);
        assertAccepted(spec, gap);
    }

    @Test
    void shouldSeeTheHourThatASpringDayLacks() {
        ScheduleSpec daily = ScheduleSpec.of(new Rule.Cron("0 9 * * *"));
        assertAccepted(daily, "24h");
        assertRefused(daily.in("Europe/Berlin"), "24h", "spec.schedule.cron", "23h");
        assertAccepted(daily.in("Europe/Berlin"), "23h");
    }

    @Test
    void shouldNameTheRuleOfSeveralAndJudgeEachAlone() {
        Rule slow = new Rule.Every("10s", "2026-01-01T00:00:00Z");
        Rule beside = new Rule.Every("10s", "2026-01-01T00:00:01Z");
        assertAccepted(ScheduleSpec.of(slow, beside), "10s");
        assertRefused(ScheduleSpec.of(slow, new Rule.Every("5s", null)), "10s", "spec.schedules[1].every", "5s");
    }

    @Test
    void shouldLookAtCalendarsOfCeleryAndOfRfc5545Too() {
        Rule twice = new Rule.Crontab("0,30", "9", null, null, null);
        assertRefused(ScheduleSpec.of(twice), "1h", "spec.schedule.crontab", "30m");
        assertAccepted(ScheduleSpec.of(twice), "30m");
        Rule seconds = new Rule.Rrule("FREQ=MINUTELY;BYSECOND=0,59");
        assertRefused(ScheduleSpec.of(seconds), "5s", "spec.schedule.rrule", "1s");
        assertAccepted(ScheduleSpec.of(seconds), "1s");
    }

    @Test
    void shouldLookFromTheStartOn() {
        ScheduleSpec twice =
                ScheduleSpec.of(new Rule.Rrule("FREQ=MINUTELY;COUNT=2")).between("2026-01-01T00:00:00Z", null);
        assertRefused(twice, "2m", "spec.schedule.rrule", "1m");
    }

    @Test
    void shouldKnowThatTheSunComesByOnceADay() {
        ScheduleSpec sunrise = ScheduleSpec.of(new Rule.Solar("sunrise", 52.5, 13.4));
        assertAccepted(sunrise, "12h");
        assertRefused(sunrise, "24h", "spec.schedule.solar", "23h57m38s");
    }

    @Test
    void shouldNeverRefuseASingleInstant() {
        assertAccepted(ScheduleSpec.of(new Rule.At("2026-12-24T18:00:00Z")), "24h");
    }

    private static void assertAccepted(ScheduleSpec spec, String minimum) {
        assertThatCode(() -> MinimumPeriod.parse(minimum).check(spec, ID)).doesNotThrowAnyException();
    }

    private static void assertRefused(ScheduleSpec spec, String minimum, String path, String gap) {
        ScheduleException refused = catchThrowableOfType(
                ScheduleException.class, () -> MinimumPeriod.parse(minimum).check(spec, ID));
        assertThat(refused.path()).isEqualTo(path);
        assertThat(refused)
                .hasMessage("fires again after " + gap + ", more often than the broker's minimum of " + minimum);
    }
}
