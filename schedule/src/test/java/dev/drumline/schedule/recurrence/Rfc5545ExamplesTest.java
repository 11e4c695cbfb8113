// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All examples of RFC 5545 §3.8.5.3, in its order, with the dates that it names. All are at 9:00 in New York, which no clock change touches,
 * so that our policy there makes no difference. A list that ends with "..." goes on.
 */
class Rfc5545ExamplesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Daily for 10 occurrences | 1997-09-02 | FREQ=DAILY;COUNT=10 | 1997-09 2-11",
                "Daily until December 24, 1997 | 1997-09-02 | FREQ=DAILY;UNTIL=19971224T000000Z"
                        + "| 1997-09 2-30; 1997-10 1-31; 1997-11 1-30; 1997-12 1-23",
                "Every other day | 1997-09-02 | FREQ=DAILY;INTERVAL=2"
                        + "| 1997-09 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; 1997-10 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30;"
                        + " 1997-11 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29; 1997-12 1,3 ...",
                "Every 10 days, 5 occurrences | 1997-09-02 | FREQ=DAILY;INTERVAL=10;COUNT=5 | 1997-09 2,12,22; 1997-10 2,12",
                "Every day in January, for 3 years | 1998-01-01"
                        + "| FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA"
                        + "| 1998-01 1-31; 1999-01 1-31; 2000-01 1-31",
                "or | 1998-01-01 | FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1 | 1998-01 1-31; 1999-01 1-31; 2000-01 1-31",
                "Weekly for 10 occurrences | 1997-09-02 | FREQ=WEEKLY;COUNT=10"
                        + "| 1997-09 2,9,16,23,30; 1997-10 7,14,21,28; 1997-11 4",
                "Weekly until December 24, 1997 | 1997-09-02 | FREQ=WEEKLY;UNTIL=19971224T000000Z"
                        + "| 1997-09 2,9,16,23,30; 1997-10 7,14,21,28; 1997-11 4,11,18,25; 1997-12 2,9,16,23",
                "Every other week | 1997-09-02 | FREQ=WEEKLY;INTERVAL=2;WKST=SU"
                        + "| 1997-09 2,16,30; 1997-10 14,28; 1997-11 11,25; 1997-12 9,23; 1998-01 6,20; 1998-02 3,17 ...",
                "Weekly on Tuesday and Thursday for five weeks | 1997-09-02"
                        + "| FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH | 1997-09 2,4,9,11,16,18,23,25,30; 1997-10 2",
                "or | 1997-09-02 | FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH | 1997-09 2,4,9,11,16,18,23,25,30; 1997-10 2",
                "Every other week on Monday, Wednesday and Friday until December 24, 1997 | 1997-09-01"
                        + "| FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR"
                        + "| 1997-09 1,3,5,15,17,19,29; 1997-10 1,3,13,15,17,27,29,31; 1997-11 10,12,14,24,26,28; 1997-12 8,10,12,22",
                "Every other week on Tuesday and Thursday, for 8 occurrences | 1997-09-02"
                        + "| FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | 1997-09 2,4,16,18,30; 1997-10 2,14,16",
                "Monthly on the first Friday for 10 occurrences | 1997-09-05 | FREQ=MONTHLY;COUNT=10;BYDAY=1FR"
                        + "| 1997-09 5; 1997-10 3; 1997-11 7; 1997-12 5; 1998-01 2; 1998-02 6; 1998-03 6; 1998-04 3; 1998-05 1; 1998-06 5",
                "Monthly on the first Friday until December 24, 1997 | 1997-09-05"
                        + "| FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR | 1997-09 5; 1997-10 3; 1997-11 7; 1997-12 5",
                "Every other month on the first and last Sunday for 10 occurrences | 1997-09-07"
                        + "| FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU"
                        + "| 1997-09 7,28; 1997-11 2,30; 1998-01 4,25; 1998-03 1,29; 1998-05 3,31",
                "Monthly on the second-to-last Monday for 6 months | 1997-09-22 | FREQ=MONTHLY;COUNT=6;BYDAY=-2MO"
                        + "| 1997-09 22; 1997-10 20; 1997-11 17; 1997-12 22; 1998-01 19; 1998-02 16",
                "Monthly on the third-to-the-last day | 1997-09-28 | FREQ=MONTHLY;BYMONTHDAY=-3"
                        + "| 1997-09 28; 1997-10 29; 1997-11 28; 1997-12 29; 1998-01 29; 1998-02 26 ...",
                "Monthly on the 2nd and 15th for 10 occurrences | 1997-09-02 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15"
                        + "| 1997-09 2,15; 1997-10 2,15; 1997-11 2,15; 1997-12 2,15; 1998-01 2,15",
                "Monthly on the first and last day for 10 occurrences | 1997-09-30 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1"
                        + "| 1997-09 30; 1997-10 1,31; 1997-11 1,30; 1997-12 1,31; 1998-01 1,31; 1998-02 1",
                "Every 18 months on the 10th thru 15th for 10 occurrences | 1997-09-10"
                        + "| FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15 | 1997-09 10-15; 1999-03 10-13",
                "Every Tuesday, every other month | 1997-09-02 | FREQ=MONTHLY;INTERVAL=2;BYDAY=TU"
                        + "| 1997-09 2,9,16,23,30; 1997-11 4,11,18,25; 1998-01 6,13,20,27; 1998-03 3,10,17,24,31 ...",
                "Yearly in June and July for 10 occurrences | 1997-06-10 | FREQ=YEARLY;COUNT=10;BYMONTH=6,7"
                        + "| 1997-06 10; 1997-07 10; 1998-06 10; 1998-07 10; 1999-06 10; 1999-07 10; 2000-06 10; 2000-07 10;"
                        + " 2001-06 10; 2001-07 10",
                "Every other year on January, February and March for 10 occurrences | 1997-03-10"
                        + "| FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3"
                        + "| 1997-03 10; 1999-01 10; 1999-02 10; 1999-03 10; 2001-01 10; 2001-02 10; 2001-03 10; 2003-01 10;"
                        + " 2003-02 10; 2003-03 10",
                "Every third year on the 1st, 100th and 200th day for 10 occurrences | 1997-01-01"
                        + "| FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200"
                        + "| 1997-01 1; 1997-04 10; 1997-07 19; 2000-01 1; 2000-04 9; 2000-07 18; 2003-01 1; 2003-04 10; 2003-07 19;"
                        + " 2006-01 1",
                "Every 20th Monday of the year | 1997-05-19 | FREQ=YEARLY;BYDAY=20MO | 1997-05 19; 1998-05 18; 1999-05 17 ...",
                "Monday of week number 20 | 1997-05-12 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"
                        + "| 1997-05 12; 1998-05 11; 1999-05 17 ...",
                "Every Thursday in March | 1997-03-13 | FREQ=YEARLY;BYMONTH=3;BYDAY=TH"
                        + "| 1997-03 13,20,27; 1998-03 5,12,19,26; 1999-03 4,11,18,25 ...",
                "Every Thursday, but only during June, July and August | 1997-06-05 | FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8"
                        + "| 1997-06 5,12,19,26; 1997-07 3,10,17,24,31; 1997-08 7,14,21,28;"
                        + " 1998-06 4,11,18,25; 1998-07 2,9,16,23,30; 1998-08 6,13,20,27;"
                        + " 1999-06 3,10,17,24; 1999-07 1,8,15,22,29; 1999-08 5,12,19,26 ...",
                "Every Friday the 13th | 1997-09-02 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"
                        + "| 1998-02 13; 1998-03 13; 1998-11 13; 1999-08 13; 2000-10 13 ...",
                "The first Saturday that follows the first Sunday of the month | 1997-09-13"
                        + "| FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13"
                        + "| 1997-09 13; 1997-10 11; 1997-11 8; 1997-12 13; 1998-01 10; 1998-02 7; 1998-03 7; 1998-04 11; 1998-05 9;"
                        + " 1998-06 13 ...",
                "U.S. Presidential Election day | 1996-11-05"
                        + "| FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8"
                        + "| 1996-11 5; 2000-11 7; 2004-11 2 ...",
                "The third instance into the month of one of Tuesday, Wednesday or Thursday, for 3 months | 1997-09-04"
                        + "| FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | 1997-09 4; 1997-10 7; 1997-11 6",
                "The second-to-last weekday of the month | 1997-09-29 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"
                        + "| 1997-09 29; 1997-10 30; 1997-11 27; 1997-12 30; 1998-01 29; 1998-02 26; 1998-03 30 ...",
                "WKST makes a difference: Monday | 1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"
                        + "| 1997-08 5,10,19,24",
                "WKST makes a difference: Sunday | 1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"
                        + "| 1997-08 5,17,19,31",
                "An invalid date is ignored | 2007-01-15 | FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5"
                        + "| 2007-01 15,30; 2007-02 15; 2007-03 15,30",
            })
    void shouldFallOnTheDaysOfTheExample(String name, LocalDate start, String rule, String days) {
        assertTimes(rule, start, days(days), days.endsWith("..."));
    }

    /** The RFC names 15:00 too, though its UNTIL is 13:00 in New York: erratum 3883 mends the UNTIL to 21:00Z. */
    @Test
    void shouldEndAtUntilInUtc() {
        LocalDate day = LocalDate.of(1997, 9, 2);
        assertTimes("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z", day, times(day, "09:00 12:00"), false);
        assertTimes("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", day, times(day, "09:00 12:00 15:00"), false);
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=MINUTELY;INTERVAL=15;COUNT=6, 09:00 09:15 09:30 09:45 10:00 10:15",
        "FREQ=MINUTELY;INTERVAL=90;COUNT=4, 09:00 10:30 12:00 13:30",
    })
    void shouldCountMinutes(String rule, String times) {
        LocalDate day = LocalDate.of(1997, 9, 2);
        assertTimes(rule, day, times(day, times), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
                "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16"
            })
    void shouldFallOnEvery20MinutesOfTheDay(String rule) {
        List<LocalDateTime> expected = Stream.of("1997-09-02", "1997-09-03")
                .map(LocalDate::parse)
                .flatMap(day -> IntStream.range(9 * 3, 17 * 3).mapToObj(third -> day.atTime(third / 3, third % 3 * 20)))
                .toList();
        assertTimes(rule, LocalDate.of(1997, 9, 2), expected, true);
    }

    private static void assertTimes(String rule, LocalDate start, List<LocalDateTime> expected, boolean goesOn) {
        String startTime =
                start.atTime(NINE).atZone(NEW_YORK).toOffsetDateTime().toString();
        Schedule schedule = Schedules.parse(
                ScheduleSpec.of(new Rule.Rrule(rule)).in("America/New_York").between(startTime, null), "default/task");
        int limit = goesOn ? expected.size() : Integer.MAX_VALUE;
        assertThat(schedule.between(Instant.MIN, Instant.MAX, limit).stream()
                        .map(instant -> LocalDateTime.ofInstant(instant, NEW_YORK))
                        .toList())
                .isEqualTo(expected);
    }

    /** Reads {@code 1997-09 2-11; 1997-10 2,12}. */
    private static List<LocalDateTime> days(String text) {
        List<LocalDateTime> days = new ArrayList<>();
        for (String month : text.replace("...", "").strip().split(";\\s*")) {
            String[] parts = month.strip().split(" ");
            for (String item : parts[1].split(",")) {
                String[] ends = item.split("-");
                IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                        .mapToObj(day -> YearMonth.parse(parts[0]).atDay(day).atTime(NINE))
                        .forEach(days::add);
            }
        }
        return days;
    }

    private static List<LocalDateTime> times(LocalDate day, String times) {
        return Stream.of(times.split(" "))
                .map(LocalTime::parse)
                .map(day::atTime)
                .toList();
    }
}
