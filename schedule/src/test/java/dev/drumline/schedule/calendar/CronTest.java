// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    @ParameterizedTest
    @CsvSource({
        "0/15 * * * *, 2012-07-09T14:45, 2012-07-09T15:00",
        "0/15 * * * *, 2012-07-09T14:59:59.999, 2012-07-09T15:00",
        "20-35/15 * * * *, 2012-07-09T15:45, 2012-07-09T16:20",
        "20-35/15 * * * *, 2012-07-09T23:45, 2012-07-10T00:20",
        "20-35/15 1/2 */2 * *, 2012-07-09T23:35:51, 2012-07-11T01:20",
        "0 0 9 Apr-Oct ?, 2012-07-09T23:35, 2012-08-09T00:00",
        "0 0 * Feb Mon, 2012-07-09T23:35, 2013-02-04T00:00",
        "0 0 * Feb Mon/2, 2012-07-09T23:35, 2013-02-01T00:00",
        "* * * * *, 2012-12-31T23:59:45, 2013-01-01T00:00",
        "@yearly, 2012-07-09T00:00, 2013-01-01T00:00",
        "@annually, 2012-07-09T00:00, 2013-01-01T00:00",
        "@monthly, 2012-07-09T00:00, 2012-08-01T00:00",
        "@weekly, 2012-07-09T00:00, 2012-07-15T00:00",
        "@daily, 2012-07-09T00:00, 2012-07-10T00:00",
        "@midnight, 2012-07-09T00:00, 2012-07-10T00:00",
        "@hourly, 2012-07-09T00:00, 2012-07-09T01:00",
        "0 22-2 * * *, 2012-07-09T02:00, 2012-07-09T22:00",
        "0 22-2/2 * * *, 2012-07-09T00:00, 2012-07-09T02:00",
        "0 0 * * FRI-mon, 2012-07-09T00:00, 2012-07-13T00:00",
        "'  0\t0 * * 6  ', 2012-07-09T00:00, 2012-07-14T00:00",
        "*/70 * * * *, 2012-07-09T00:00, 2012-07-09T01:00",
    })
    void shouldBeDueNext(String expression, LocalDateTime after, LocalDateTime expected) {
        Schedule schedule = parse(expression, null);
        assertThat(schedule.next(after.toInstant(ZoneOffset.UTC))).contains(expected.toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 0 1,15 * Sun | 2012-07-02 | 2012-07-08",
                "0 0 */10 * Sun | 2012-07-02 | 2012-07-08",
                "0 0 */10 * Sun | 2012-07-08 | 2012-07-11",
                "0 0 */1 * Sun | 2012-07-02 | 2012-07-08",
                "0 0 ? * Sun | 2012-07-02 | 2012-07-08",
                "0 0 *,5 * Sun | 2012-07-02 | 2012-07-08",
                "0 0 1-31 * Sun | 2012-07-02 | 2012-07-03",
                "0 0 13 * */2 | 2012-07-02 | 2012-07-03",
                "0 0 13 * * | 2012-07-02 | 2012-07-13",
                "0 0 31 2 Mon | 2012-02-01 | 2012-02-06",
            })
    void shouldUniteTheDayFieldsOnlyWhenBothRestrict(String expression, String after, String expected) {
        Schedule schedule = parse(expression, null);
        assertThat(schedule.next(Instant.parse(after + "T00:00:00Z"))).contains(Instant.parse(expected + "T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2096-02-29,2104-02-29", "1896-02-29,1904-02-29", "2024-02-29,2028-02-29"})
    void shouldFindTheNextLeapDay(String days) {
        String[] ends = days.split(",");
        Schedule schedule = parse("0 0 29 2 *", "Europe/London");
        assertThat(schedule.next(Instant.parse(ends[0] + "T00:00:00Z")))
                .contains(Instant.parse(ends[1] + "T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 2 * * *    | Europe/Berlin       | 2026-03-28T12:00 | 2026-03-29T03:00+02:00 2026-03-30T02:30+02:00",
                "0 2 * * *     | Europe/Berlin       | 2026-03-28T12:00 | 2026-03-29T03:00+02:00 2026-03-30T02:00+02:00",
                "0,30 2-3 * * *| Europe/Berlin       | 2026-03-28T12:00 | 2026-03-29T03:00+02:00 2026-03-29T03:30+02:00 2026-03-30T02:00+02:00",
                "30 * * * *    | Europe/Berlin       | 2026-03-29T01:00 | 2026-03-29T01:30+01:00 2026-03-29T03:00+02:00 2026-03-29T03:30+02:00",
                "0 * * * *     | Europe/Berlin       | 2026-03-29T00:30 | 2026-03-29T01:00+01:00 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00",
                "30 2 * * *    | Europe/Berlin       | 2026-10-24T12:00 | 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00",
                "*/30 2 * * *  | Europe/Berlin       | 2026-10-24T12:00 | 2026-10-25T02:00+02:00 2026-10-25T02:30+02:00 2026-10-26T02:00+01:00",
                "30 * * * *    | Europe/Berlin       | 2026-10-25T01:00 | 2026-10-25T01:30+02:00 2026-10-25T02:30+02:00 2026-10-25T02:30+01:00 2026-10-25T03:30+01:00",
                "0 */2 * * *   | Europe/Berlin       | 2026-10-25T00:30 | 2026-10-25T02:00+02:00 2026-10-25T04:00+01:00",
                "0 3 * * *     | Europe/Berlin       | 2026-03-28T12:00 | 2026-03-29T01:00Z 2026-03-30T01:00Z",
                "0,30 2 * * *  | Europe/Berlin       | 2026-03-28T12:00 | 2026-03-29T01:00Z 2026-03-30T00:00Z",
                "0 */2 * * *   | Europe/Berlin       | 2026-03-28T23:00 | 2026-03-28T23:00Z 2026-03-29T01:00Z 2026-03-29T02:00Z",
                "0 3 * * *     | Europe/Berlin       | 2026-10-24T12:00 | 2026-10-25T02:00Z 2026-10-26T02:00Z",
                "0 * * * *     | Europe/Berlin       | 2026-10-25T01:30 | 2026-10-25T00:00Z 2026-10-25T01:00Z 2026-10-25T02:00Z",
                "15 2 * * *    | Australia/Lord_Howe | 2026-10-03T12:00 | 2026-10-04T02:30+11:00 2026-10-05T02:15+11:00",
                "0 12 * * *    | Pacific/Apia        | 2011-12-29T11:00 | 2011-12-29T12:00-10:00 2011-12-31T00:00+14:00 2011-12-31T12:00+14:00",
            })
    void shouldFollowThePolicyWhereClocksChange(String expression, String zone, LocalDateTime after, String expected) {
        Instant start = after.atZone(ZoneId.of(zone)).toInstant();
        List<Instant> due = Stream.of(expected.split(" "))
                .map(time -> OffsetDateTime.parse(time).toInstant())
                .toList();
        assertThat(take(parse(expression, zone), start, due.size())).isEqualTo(due);
    }

    @Test
    void shouldLieAMinuteApartAtLeast() {
        assertThat(parse("* * * * *", "Europe/Berlin").leastGapMillis()).isEqualTo(60_000);
    }

    private static List<Instant> take(Schedule schedule, Instant after, int count) {
        return Stream.iterate(schedule.next(after).orElseThrow(), due -> schedule.next(due)
                        .orElseThrow())
                .limit(count)
                .toList();
    }

    private static Schedule parse(String expression, String zone) {
        return Schedules.parse(ScheduleSpec.of(new Rule.Cron(expression)).in(zone), "default/task");
    }
}
