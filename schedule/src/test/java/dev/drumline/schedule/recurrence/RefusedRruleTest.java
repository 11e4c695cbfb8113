// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumline.schedule.ScheduleException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRruleTest {
    /** A Tuesday. */
    private static final OptionalLong START =
            OptionalLong.of(Instant.parse("1997-09-02T09:00:00Z").toEpochMilli());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                       | \"\" is no part of a rule; write NAME=value, as in FREQ=MONTHLY;BYDAY=-1FR",
                "DAILY                    | \"DAILY\" is no part of a rule; write NAME=value, as in FREQ=MONTHLY;BYDAY=-1FR",
                "FREQ=DAILY;              | \"\" is no part of a rule; write NAME=value, as in FREQ=MONTHLY;BYDAY=-1FR",
                "FREQ=DAILY;BYHOUR=       | \"BYHOUR=\" is no part of a rule; write NAME=value, as in FREQ=MONTHLY;BYDAY=-1FR",
                "DTSTART=19970902T090000;FREQ=DAILY | put DTSTART into spec.startTime",
                "FREQ=DAILY;dtstart=19970902T090000 | put DTSTART into spec.startTime",
                "FREQ=DAILY;BYWEEK=1      | unknown part \"BYWEEK\"; use FREQ, INTERVAL, COUNT, UNTIL, WKST, BYSETPOS, BYMONTH, BYMONTHDAY, BYYEARDAY, BYEASTER, BYWEEKNO, BYDAY, BYHOUR, BYMINUTE, BYSECOND",
                "FREQ=DAILY;BYHOUR=1;BYHOUR=2 | BYHOUR: is there twice; put all its values into one",
                "INTERVAL=2               | FREQ is missing; add one of SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY",
                "FREQ=FORTNIGHTLY         | FREQ: \"FORTNIGHTLY\" is no frequency; use SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY",
                "FREQ=DAILY;INTERVAL=0    | INTERVAL: is 0, must be 1-99999999",
                "FREQ=DAILY;INTERVAL=x    | INTERVAL: is \"X\", must be 1-99999999",
                "FREQ=DAILY;INTERVAL=9999999999 | INTERVAL: is \"9999999999\", must be 1-99999999",
                "FREQ=DAILY;COUNT=0       | COUNT: is 0, must be 1-1000000",
                "FREQ=DAILY;COUNT=1;UNTIL=20261224 | COUNT and UNTIL: set only one of the two",
                "FREQ=DAILY;UNTIL=tomorrow | UNTIL: \"TOMORROW\" is no time; use 20261224, 20261224T180000 (in spec.timeZone) or 20261224T180000Z (UTC)",
                "FREQ=DAILY;UNTIL=20260230 | UNTIL: \"20260230\" is no time; use 20261224, 20261224T180000 (in spec.timeZone) or 20261224T180000Z (UTC)",
                "FREQ=DAILY;UNTIL=20261224Z | UNTIL: \"20261224Z\" is no time; use 20261224, 20261224T180000 (in spec.timeZone) or 20261224T180000Z (UTC)",
                "FREQ=DAILY;UNTIL=20261224T180000+0100 | UNTIL: \"20261224T180000+0100\" is no time; use 20261224, 20261224T180000 (in spec.timeZone) or 20261224T180000Z (UTC)",
                "FREQ=WEEKLY;WKST=XX      | WKST: \"XX\" is no weekday; use MO, TU, WE, TH, FR, SA, SU",
                "FREQ=WEEKLY;BYDAY=XX     | BYDAY: \"XX\" is no weekday; use MO, TU, WE, TH, FR, SA, SU, or with a number as in -1FR",
                "FREQ=WEEKLY;BYDAY=MO,    | BYDAY: \"\" is no weekday; use MO, TU, WE, TH, FR, SA, SU, or with a number as in -1FR",
                "FREQ=MONTHLY;BYDAY=0FR   | BYDAY: the number in 0FR is 0, must be 1-53 or -1 to -53",
                "FREQ=YEARLY;BYDAY=-54FR  | BYDAY: the number in -54FR is -54, must be 1-53 or -1 to -53",
                "FREQ=YEARLY;BYMONTH=13;BYDAY=MO | BYMONTH: is 13, must be 1-12",
                "FREQ=YEARLY;BYMONTH=-1;BYDAY=MO | BYMONTH: is -1, must be 1-12",
                "FREQ=MONTHLY;BYMONTHDAY=0 | BYMONTHDAY: is 0, must be 1-31, or -1 to -31 from the end",
                "FREQ=MONTHLY;BYMONTHDAY=1,-32 | BYMONTHDAY: is -32, must be 1-31, or -1 to -31 from the end",
                "FREQ=YEARLY;BYYEARDAY=367 | BYYEARDAY: is 367, must be 1-366, or -1 to -366 from the end",
                "FREQ=YEARLY;BYWEEKNO=54;BYDAY=MO | BYWEEKNO: is 54, must be 1-53, or -1 to -53 from the end",
                "FREQ=YEARLY;BYEASTER=251 | BYEASTER: is 251, must be -80 to 250",
                "FREQ=YEARLY;BYEASTER=-81 | BYEASTER: is -81, must be -80 to 250",
                "FREQ=DAILY;BYHOUR=24     | BYHOUR: is 24, must be 0-23",
                "FREQ=DAILY;BYHOUR=9-17   | BYHOUR: is \"9-17\", must be 0-23",
                "FREQ=DAILY;BYMINUTE=60   | BYMINUTE: is 60, must be 0-59",
                "FREQ=DAILY;BYSECOND=61   | BYSECOND: is 61, must be 0-60",
                "FREQ=DAILY;BYHOUR=9;BYSETPOS=367 | BYSETPOS: is 367, must be 1-366, or -1 to -366 from the end",
                "FREQ=DAILY;BYSETPOS=1    | BYSETPOS: chooses from what another BY part names; add one",
                "FREQ=MONTHLY;BYWEEKNO=1;BYDAY=MO | BYWEEKNO: can't be used with FREQ=MONTHLY, only with YEARLY",
                "FREQ=MONTHLY;BYEASTER=1  | BYEASTER: can't be used with FREQ=MONTHLY, only with YEARLY",
                "FREQ=WEEKLY;BYMONTHDAY=1 | BYMONTHDAY: can't be used with FREQ=WEEKLY, only with SECONDLY, MINUTELY, HOURLY, DAILY, MONTHLY, YEARLY",
                "FREQ=DAILY;BYYEARDAY=1   | BYYEARDAY: can't be used with FREQ=DAILY, only with SECONDLY, MINUTELY, HOURLY, YEARLY",
                "FREQ=WEEKLY;BYDAY=1MO    | BYDAY: a number as in -1FR needs FREQ=MONTHLY or YEARLY",
                "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO | BYDAY: a number as in -1FR can't be joined with BYWEEKNO",
                "FREQ=YEARLY;BYEASTER=1;BYMONTH=4 | BYEASTER: can't be joined with BYMONTH; only INTERVAL, BYHOUR, BYMINUTE, BYSECOND, COUNT and UNTIL go with it",
                "FREQ=YEARLY;BYEASTER=1;BYHOUR=9;BYSETPOS=1 | BYEASTER: can't be joined with BYSETPOS; only INTERVAL, BYHOUR, BYMINUTE, BYSECOND, COUNT and UNTIL go with it",
                "FREQ=DAILY;UNTIL=19970902T085959Z | never happens: UNTIL is before the first time that matches",
                "FREQ=DAILY;BYHOUR=9,17;BYSETPOS=3 | never happens: BYSETPOS chooses none of the 2 times in a period",
            })
    void shouldSayWhatWouldBeRight(String text, String sentence) {
        assertRefused(text, START, sentence);
    }

    @Test
    void shouldRefuseTheLinesOfACalendar() {
        assertRefused("DTSTART:19970902T090000\nRRULE:FREQ=DAILY", START, "put DTSTART into spec.startTime");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYWEEKNO=10;BYMONTH=5;BYDAY=MO",
                "FREQ=MINUTELY;BYYEARDAY=366;BYMONTH=1",
                "FREQ=MONTHLY;BYDAY=6MO",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA;BYSETPOS=7",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA;BYSETPOS=366",
                // Out of step with DTSTART.
                "FREQ=MONTHLY;INTERVAL=12;BYMONTH=2;BYMONTHDAY=1",
                "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
                "FREQ=HOURLY;INTERVAL=168;BYDAY=MO",
                "FREQ=HOURLY;INTERVAL=24;BYHOUR=5",
                "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1",
                "FREQ=SECONDLY;INTERVAL=7;BYDAY=MO;BYHOUR=9;BYMINUTE=0;BYSECOND=1",
            })
    void shouldFindOutInTimeThatItNeverHappens(String text) {
        assertRefused(text, START, "never happens: no time up to the year 9999 matches all its parts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY              | FREQ=WEEKLY: nothing names the day, so it is that of spec.startTime; set it, or add BYDAY",
                "FREQ=WEEKLY;BYMONTH=6    | FREQ=WEEKLY: nothing names the day, so it is that of spec.startTime; set it, or add BYDAY",
                "FREQ=MONTHLY;BYHOUR=9    | FREQ=MONTHLY: nothing names the day, so it is that of spec.startTime; set it, or add BYMONTHDAY or BYDAY",
                "FREQ=YEARLY              | FREQ=YEARLY: nothing names the day, so it is that of spec.startTime; set it, or add BYMONTHDAY or BYDAY",
                "FREQ=YEARLY;BYMONTH=6    | FREQ=YEARLY: nothing names the day, so it is that of spec.startTime; set it, or add BYMONTHDAY or BYDAY",
                "FREQ=YEARLY;BYWEEKNO=20  | FREQ=YEARLY: nothing names the day, so it is that of spec.startTime; set it, or add BYMONTHDAY or BYDAY",
                "FREQ=DAILY;COUNT=3       | COUNT: counts from spec.startTime; set it, or use spec.maxRuns instead",
            })
    void shouldAskForAStart(String text, String sentence) {
        assertRefused(text, OptionalLong.empty(), sentence);
        assertThat(Rrule.parse(text, START, ZoneOffset.UTC.getRules())).isNotNull();
    }

    private static void assertRefused(String text, OptionalLong start, String sentence) {
        ScheduleException refused = catchThrowableOfType(
                ScheduleException.class, () -> Rrule.parse(text, start, ZoneOffset.UTC.getRules()));
        assertThat(refused).as(text).isNotNull().hasMessage(sentence);
        assertThat(refused.field()).isEqualTo("rrule");
    }
}
