// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Exclusion;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RruleTest {

    /** Europe/Berlin: forward from 02:00 to 03:00 on 2026-03-29 at 01:00Z, back from 03:00 to 02:00 on 2026-10-25 at 01:00Z. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;BYHOUR=2;BYMINUTE=30     | 2026-03-28T02:00:00Z | 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z",
                "FREQ=DAILY;BYHOUR=2;BYMINUTE=0,30   | 2026-03-28T02:00:00Z | 2026-03-29T01:00:00Z 2026-03-30T00:00:00Z",
                "FREQ=HOURLY                         | 2026-03-28T23:30:00Z | 2026-03-29T00:00:00Z 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z",
                "FREQ=MINUTELY;INTERVAL=20           | 2026-03-29T00:30:00Z | 2026-03-29T00:40:00Z 2026-03-29T01:00:00Z 2026-03-29T01:20:00Z",
                "FREQ=DAILY;BYHOUR=2;BYMINUTE=30     | 2026-10-24T02:00:00Z | 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z",
                "FREQ=HOURLY                         | 2026-10-24T23:30:00Z | 2026-10-25T00:00:00Z 2026-10-25T01:00:00Z 2026-10-25T02:00:00Z",
                "FREQ=HOURLY;BYHOUR=2                | 2026-10-24T23:30:00Z | 2026-10-25T00:00:00Z 2026-10-26T01:00:00Z",
                "FREQ=MINUTELY;INTERVAL=30           | 2026-10-25T00:15:00Z | 2026-10-25T00:30:00Z 2026-10-25T01:00:00Z 2026-10-25T01:30:00Z 2026-10-25T02:00:00Z",
                "FREQ=MONTHLY;BYDAY=-1SU;BYHOUR=2,3;BYSETPOS=1 | 2026-10-24T00:00:00Z | 2026-10-25T00:00:00Z 2026-11-29T01:00:00Z",
                "FREQ=MONTHLY;BYDAY=-1SU;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23;BYSETPOS=3 | 2026-10-24T00:00:00Z | 2026-10-25T00:00:00Z 2026-10-25T01:00:00Z 2026-11-29T01:00:00Z",
                "FREQ=MONTHLY;BYDAY=-1SU;BYHOUR=2    | 2026-10-24T00:00:00Z | 2026-10-25T00:00:00Z 2026-11-29T01:00:00Z",
            })
    void shouldFollowThePolicyWhenClocksChange(String rule, Instant after, String expected) {
        Schedule schedule = Schedules.parse(spec(rule).in("Europe/Berlin"), "default/task");
        assertThat(schedule.between(after, Instant.MAX, expected.split(" ").length))
                .extracting(Instant::toString)
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-12-24 to its end, in New York.
        "20261224, 2026-12-24T14:00:00Z",
        "20261224T090000, 2026-12-24T14:00:00Z",
        "20261224T085959, 2026-12-23T14:00:00Z",
        "20261224T140000Z, 2026-12-24T14:00:00Z",
        "20261224T135959Z, 2026-12-23T14:00:00Z",
    })
    void shouldIncludeUntil(String until, Instant last) {
        Schedule schedule =
                Schedules.parse(spec("FREQ=DAILY;BYHOUR=9;UNTIL=" + until).in("America/New_York"), "default/task");
        assertThat(schedule.previous(Instant.MAX)).contains(last);
        assertThat(schedule.next(last)).isEmpty();
    }

    @Test
    void shouldAcceptAnUntilThatIsTheStart() {
        Schedule schedule = Schedules.parse(
                spec("FREQ=DAILY;UNTIL=20260107T103000Z").between("2026-01-07T10:30:00Z", null), "default/task");
        assertThat(schedule.between(Instant.MIN, Instant.MAX, 2))
                .containsExactly(Instant.parse("2026-01-07T10:30:00Z"));
    }

    /** RFC 5545 §3.3.5: a local time that comes twice is the first one, one that is skipped lies by the offset before the change. */
    @ParameterizedTest
    @CsvSource({"20261025T023000, 2026-10-25T00:30:00Z", "20260329T023000, 2026-03-29T01:30:00Z"})
    void shouldReadUntilWhereClocksChange(String until, Instant last) {
        Schedule schedule = Schedules.parse(spec("FREQ=MINUTELY;UNTIL=" + until).in("Europe/Berlin"), "default/task");
        assertThat(schedule.previous(Instant.MAX)).contains(last);
    }

    @Test
    void shouldCountTheTimesThatAreReallyDue() {
        // Given: 02:30 and 02:45 are skipped, and due once.
        Schedule schedule = Schedules.parse(
                spec("FREQ=MINUTELY;INTERVAL=15;COUNT=5")
                        .in("Europe/Berlin")
                        .between("2026-03-29T01:30:00+01:00", null),
                "default/task");
        assertThat(schedule.between(Instant.MIN, Instant.MAX, 10))
                .extracting(Instant::toString)
                .containsExactly(
                        "2026-03-29T00:30:00Z",
                        "2026-03-29T00:45:00Z",
                        "2026-03-29T01:00:00Z",
                        "2026-03-29T01:15:00Z",
                        "2026-03-29T01:30:00Z");
    }

    @Test
    void shouldBeginAtStartTimeInItsZone() {
        // Given: Wednesday 23:30 in Berlin, though Wednesday 22:30Z; the fraction is no part of the time of day.
        Schedule schedule = Schedules.parse(
                spec("FREQ=WEEKLY;INTERVAL=2").in("Europe/Berlin").between("2026-01-07T22:30:00.250Z", null),
                "default/task");
        assertThat(schedule.between(Instant.MIN, Instant.MAX, 2))
                .extracting(Instant::toString)
                .containsExactly("2026-01-21T22:30:00Z", "2026-02-04T22:30:00Z");
    }

    @Test
    void shouldNotBeDueAtAStartThatDoesNotMatch() {
        Schedule schedule =
                Schedules.parse(spec("FREQ=DAILY;BYHOUR=9").between("2026-01-07T10:30:00Z", null), "default/task");
        // Then: the minute is that of the start.
        assertThat(schedule.next(Instant.MIN)).contains(Instant.parse("2026-01-08T09:30:00Z"));
    }

    @Test
    void shouldCountFrom1970WithoutAStart() {
        Schedule schedule = Schedules.parse(spec("FREQ=DAILY;INTERVAL=3"), "default/task");
        assertThat(schedule.between(Instant.MIN, Instant.MAX, 2))
                .extracting(Instant::toString)
                .containsExactly("1970-01-01T00:00:00Z", "1970-01-04T00:00:00Z");
        assertThat(schedule.previous(Instant.EPOCH)).isEmpty();
    }

    @Test
    void shouldGoOnToTheYear9999() {
        Schedule schedule = Schedules.parse(spec("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31;BYHOUR=23"), "default/task");
        Instant last = Instant.parse("9999-12-31T23:00:00Z");
        assertThat(schedule.previous(Instant.MAX)).contains(last);
        assertThat(schedule.next(last.minusSeconds(1))).contains(last);
        assertThat(schedule.next(last)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYSETPOS=1"})
    void shouldGoBackToTheYear0(String leapDays) {
        Schedule schedule = Schedules.parse(spec(leapDays).between("0000-01-01T00:00:00Z", null), "default/task");
        assertThat(schedule.previous(Instant.parse("0003-06-01T00:00:00Z")))
                .contains(Instant.parse("0000-02-29T00:00:00Z"));
        assertThat(schedule.previous(Instant.parse("0000-02-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void shouldFindNothingBeforeItsFirstHour() {
        Schedule schedule =
                Schedules.parse(spec("FREQ=HOURLY;BYHOUR=9").between("1966-01-07T10:30:00Z", null), "default/task");
        Instant first = Instant.parse("1966-01-08T09:30:00Z");
        assertThat(schedule.next(Instant.MIN)).contains(first);
        assertThat(schedule.previous(first)).isEmpty();
    }

    /** Easter Sundays of the western churches: the first and the last date that there is, and some between. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"
            })
    void shouldKnowEaster(LocalDate easter) {
        Schedule schedule = Schedules.parse(
                spec("FREQ=YEARLY;BYEASTER=-2,0,39;BYHOUR=9;BYMINUTE=30")
                        .between(easter.getYear() + "-01-01T00:00:00Z", null),
                "default/task");
        assertThat(schedule.between(Instant.MIN, Instant.MAX, 3))
                .extracting(Instant::toString)
                .containsExactly(
                        easter.minusDays(2) + "T09:30:00Z", easter + "T09:30:00Z", easter.plusDays(39) + "T09:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({"53MO, 1973-12-31", "-53MO, 1973-01-01"})
    void shouldKnowYearsOf53Mondays(String day, LocalDate monday) {
        assertThat(Schedules.parse(spec("FREQ=YEARLY;BYDAY=" + day), "default/task")
                        .next(Instant.EPOCH))
                .contains(monday.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Test
    void shouldTakeSecond60For59() {
        Schedule schedule = Schedules.parse(spec("FREQ=MINUTELY;BYSECOND=60"), "default/task");
        assertThat(schedule.next(Instant.EPOCH)).contains(Instant.parse("1970-01-01T00:00:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=DAILY;BYHOUR=9",
                "rrule:freq=daily;byhour=9",
                " BYHOUR=9;FREQ=DAILY ",
                "FREQ=DAILY;BYHOUR=+9,9"
            })
    void shouldReadEachSpelling(String rule) {
        assertThat(Schedules.parse(spec(rule), "default/task").next(Instant.EPOCH))
                .contains(Instant.parse("1970-01-01T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Decades of seconds are counted, not walked.
                "FREQ=SECONDLY;INTERVAL=7                        | 180390857",
                "FREQ=SECONDLY;BYHOUR=9                          | 52614000",
                "FREQ=MINUTELY;INTERVAL=45;BYDAY=MO              | 66816",
                "FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2              | 10",
            })
    void shouldCountDecades(String rule, long count) {
        Schedule schedule = Schedules.parse(spec(rule), "default/task");
        Instant from = Instant.parse("2000-01-01T00:00:00Z");
        Instant through = Instant.parse("2040-01-06T00:00:00Z");
        assertThat(schedule.count(from.toEpochMilli(), through.toEpochMilli())).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY;INTERVAL=7",
                "FREQ=SECONDLY;INTERVAL=7;BYDAY=MO,WE",
                "FREQ=SECONDLY;INTERVAL=7;BYHOUR=9,17",
                "FREQ=SECONDLY;INTERVAL=600;BYHOUR=9,17;BYDAY=MO,WE",
                "FREQ=SECONDLY;INTERVAL=100000",
                "FREQ=MINUTELY;INTERVAL=7;BYDAY=MO;BYSECOND=0,30",
                "FREQ=HOURLY;INTERVAL=5;BYMINUTE=0,30;BYDAY=MO,WE,SU",
                "FREQ=HOURLY;BYHOUR=0,23;BYMINUTE=59",
            })
    void shouldCountDaysAsItFindsTimes(String rule) {
        Schedule schedule = Schedules.parse(spec(rule), "default/task");
        Instant from = Instant.parse("2026-11-20T09:00:07Z");
        for (Duration length :
                List.of(Duration.ofHours(5), Duration.ofDays(1), Duration.ofDays(11), Duration.ofHours(200))) {
            Instant through = from.plus(length);
            assertThat(schedule.count(from.toEpochMilli(), through.toEpochMilli()))
                    .as("%s", length)
                    .isEqualTo(
                            schedule.between(from, through, Integer.MAX_VALUE).size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MINUTELY                             | 60",
                "FREQ=DAILY;COUNT=3                        | 60",
                "FREQ=SECONDLY                             | 1",
                "FREQ=SECONDLY;BYSECOND=0,30               | 30",
                "FREQ=MINUTELY;BYSECOND=10,15,50           | 5",
                "FREQ=MINUTELY;BYSECOND=59                 | 1",
                // A clock change may make it due at a whole minute too.
                "FREQ=HOURLY;BYSECOND=40                   | 20",
            })
    void shouldSayHowCloseItsTimesLie(String rule, long seconds) {
        OptionalLong start = OptionalLong.of(0);
        assertThat(Rrule.parse(rule, start, ZoneOffset.UTC.getRules()).leastGapMillis())
                .isEqualTo(seconds * 1000);
    }

    @Test
    void shouldTakeOutWhatAnotherRuleNames() {
        Schedule schedule = Schedules.parse(
                spec("FREQ=MONTHLY;BYMONTHDAY=1")
                        .except(new Exclusion(new Rule.Rrule("FREQ=MONTHLY;BYDAY=SA,SU"), 86_400)),
                "default/task");
        List<Instant> firsts =
                schedule.between(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z"), 10);
        // Then: 1 August 2026 is a Saturday, 1 November a Sunday.
        assertThat(firsts)
                .extracting(Instant::toString)
                .containsExactly("2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", "2026-12-01T00:00:00Z");
    }

    private static ScheduleSpec spec(String rule) {
        return ScheduleSpec.of(new Rule.Rrule(rule));
    }
}
