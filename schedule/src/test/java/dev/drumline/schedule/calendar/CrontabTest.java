// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrontabTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MINUTE       | 7                     | 7",
                "MINUTE       | 1,13,30-33,50-59/2    | 1 13 30 31 32 33 50 52 54 56 58",
                "MINUTE       | 50-10/10              | 0 10 50",
                "MINUTE       | 58-2                  | 0 1 2 58 59",
                "MINUTE       | 58-3/4                | 2 58",
                "MINUTE       | 08,9                  | 8 9",
                "MINUTE       | 1, 2 ,3               | 1 2 3",
                "MINUTE       | */60                  | 0",
                "MINUTE       | */25                  | 0 25 50",
                "HOUR         | 22-2                  | 0 1 2 22 23",
                "HOUR         | 0,8-17/2              | 0 8 10 12 14 16",
                "DAY_OF_MONTH | */3                   | 1 4 7 10 13 16 19 22 25 28 31",
                "DAY_OF_MONTH | 30-2                  | 1 2 30 31",
                "DAY_OF_MONTH | 1-7,15-21             | 1 2 3 4 5 6 7 15 16 17 18 19 20 21",
                "MONTH        | */2                   | 1 3 5 7 9 11",
                "MONTH        | 2-12/2                | 2 4 6 8 10 12",
                "MONTH        | nov-feb               | 1 2 11 12",
                "MONTH        | Jan,SEPT,decem        | 1 9 12",
                "MONTH        | june-july             | 6 7",
                "DAY_OF_WEEK  | */2                   | 0 2 4 6",
                "DAY_OF_WEEK  | fri-mon               | 0 1 5 6",
                "DAY_OF_WEEK  | sat-fri/2             | 1 3 5 6",
                "DAY_OF_WEEK  | monday                | 1",
                "DAY_OF_WEEK  | SUN,Tues,wed-Thursday | 0 2 3 4",
                "DAY_OF_WEEK  | mon-5                 | 1 2 3 4 5",
            })
    void shouldReadWhatCeleryReads(CronField field, String text, String values) {
        long bits = FieldParser.parse(field, text, Dialect.CRONTAB).bits();
        assertThat(LongStream.range(0, 64).filter(bit -> (bits & 1L << bit) != 0))
                .containsExactlyElementsOf(
                        Stream.of(values.split(" ")).map(Long::valueOf).toList());
    }

    @Test
    void shouldBeDueEveryMinuteByDefault() {
        Schedule schedule = in("UTC", new Rule.Crontab(null, null, null, null, null));
        assertThat(schedule.next(Instant.parse("2026-12-31T23:59:30Z")))
                .contains(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void shouldBeDueWhenAllFieldsMatch() {
        Schedule schedule = in("UTC", new Rule.Crontab("0", "12", "fri", "13", null));
        assertThat(schedule.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"), 9))
                .containsExactly(
                        Instant.parse("2026-02-13T12:00:00Z"),
                        Instant.parse("2026-03-13T12:00:00Z"),
                        Instant.parse("2026-11-13T12:00:00Z"),
                        Instant.parse("2027-08-13T12:00:00Z"));
    }

    @Test
    void shouldCrossTheCenturyThatHasNoLeapDay() {
        Schedule schedule = in("Europe/Berlin", new Rule.Crontab("0", "12", "mon", "29", "feb"));
        assertThat(schedule.between(Instant.parse("2070-01-01T00:00:00Z"), Instant.parse("2150-01-01T00:00:00Z"), 9))
                .containsExactly(
                        Instant.parse("2072-02-29T11:00:00Z"),
                        Instant.parse("2112-02-29T11:00:00Z"),
                        Instant.parse("2140-02-29T11:00:00Z"));
        assertThat(schedule.previous(Instant.parse("2112-02-29T11:00:00Z")))
                .contains(Instant.parse("2072-02-29T11:00:00Z"));
    }

    /** The 13th is a Friday 688 times in the 400 years after which the calendar repeats itself. */
    @Test
    void shouldCountOverMillennia() {
        Schedule fridays = in("UTC", new Rule.Crontab("0", "12", "fri", "13", null));
        assertThat(fridays.count(millis("0000-01-01T00:00:00Z"), millis("9999-12-31T00:00:00Z")))
                .isEqualTo(25 * 688);
        assertThat(fridays.count(millis("1700-02-01T00:00:00Z"), millis("2900-02-01T00:00:00Z")))
                .isEqualTo(3 * 688);
        assertThat(fridays.count(millis("5000-02-01T00:00:00Z"), millis("5400-02-01T00:00:00Z")))
                .isEqualTo(688);
        Schedule leapDays = in("UTC", new Rule.Crontab("0", "12", null, "29", "2"));
        assertThat(leapDays.count(millis("1999-12-31T00:00:00Z"), millis("2800-12-31T00:00:00Z")))
                .isEqualTo(2 * 97 + 1);
    }

    @Test
    void shouldEndWithTheYears() {
        Schedule midyear = in("Europe/Berlin", new Rule.Crontab("0", "12", null, "1", "jul"));
        assertThat(midyear.next(Instant.parse("9999-07-02T00:00:00Z"))).isEmpty();
        assertThat(midyear.next(Instant.parse("9998-07-02T00:00:00Z"))).isPresent();
        assertThat(midyear.previous(Instant.parse("0000-06-30T00:00:00Z"))).isEmpty();
        assertThat(midyear.previous(Instant.parse("0001-06-30T00:00:00Z"))).isPresent();
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    /** Minute and hour; Europe/Berlin unless said otherwise. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30   | 2   | 2026-03-28T12:00+01:00 | 2026-03-29T03:00+02:00 2026-03-30T02:30+02:00",
                "30   | 2   | 2026-10-24T12:00+02:00 | 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00",
                "30   | *   | 2026-10-25T01:00+02:00 | 2026-10-25T01:30+02:00 2026-10-25T02:30+02:00 2026-10-25T02:30+01:00 2026-10-25T03:30+01:00",
                "30   | *   | 2026-03-29T01:00+01:00 | 2026-03-29T01:30+01:00 2026-03-29T03:00+02:00 2026-03-29T03:30+02:00",
                "0    | */2 | 2026-10-25T00:30+02:00 | 2026-10-25T02:00+02:00 2026-10-25T04:00+01:00",
                "*/30 | 0-23| 2026-10-25T01:45+02:00 | 2026-10-25T02:00+02:00 2026-10-25T02:30+02:00 2026-10-25T02:00+01:00 2026-10-25T02:30+01:00 2026-10-25T03:00+01:00",
            })
    void shouldFollowThePolicyWhereClocksChange(String minute, String hour, OffsetDateTime after, String expected) {
        Schedule schedule = in("Europe/Berlin", new Rule.Crontab(minute, hour, null, null, null));
        List<Instant> due = Stream.of(expected.split(" "))
                .map(time -> OffsetDateTime.parse(time).toInstant())
                .toList();
        assertThat(schedule.between(after.toInstant(), Instant.MAX, due.size())).isEqualTo(due);
    }

    private static Schedule in(String zone, Rule.Crontab rule) {
        return Schedules.parse(ScheduleSpec.of(rule).in(zone), "default/task");
    }
}
