// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RruleWordsTest {

    /** First the examples of RFC 5545 §3.8.5.3, in its order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1997-09-02T09:00 | FREQ=DAILY;COUNT=10 | Every day, at 09:00, 10 times in all",
                "1997-09-02T09:00 | FREQ=DAILY;UNTIL=19971224T000000Z | Every day, at 09:00, until 1997-12-24T00:00:00Z",
                "1997-09-02T09:00 | FREQ=DAILY;INTERVAL=2 | Every 2 days, at 09:00, counted from 1997-09-02",
                "1997-09-02T09:00 | FREQ=DAILY;INTERVAL=10;COUNT=5 | Every 10 days, at 09:00, counted from 1997-09-02, 5 times in all",
                "1998-01-01T09:00 | FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA | Every year, on each day, in January, at 09:00, until 2000-01-31T14:00:00Z",
                "1998-01-01T09:00 | FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1 | Every day, in January, at 09:00, until 2000-01-31T14:00:00Z",
                "1997-09-02T09:00 | FREQ=WEEKLY;COUNT=10 | Every week, on Tuesday, at 09:00, 10 times in all",
                "1997-09-02T09:00 | FREQ=WEEKLY;UNTIL=19971224T000000Z | Every week, on Tuesday, at 09:00, until 1997-12-24T00:00:00Z",
                "1997-09-02T09:00 | FREQ=WEEKLY;INTERVAL=2;WKST=SU | Every 2 weeks, on Tuesday, at 09:00, counted from the week of 1997-09-02, weeks beginning on Sunday",
                "1997-09-02T09:00 | FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH | Every week, on Tuesday and Thursday, at 09:00, until 1997-10-07T00:00:00Z",
                "1997-09-02T09:00 | FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH | Every week, on Tuesday and Thursday, at 09:00, 10 times in all",
                "1997-09-01T09:00 | FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR | Every 2 weeks, on Monday, Wednesday and Friday, at 09:00, counted from the week of 1997-09-01, weeks beginning on Sunday, until 1997-12-24T00:00:00Z",
                "1997-09-02T09:00 | FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | Every 2 weeks, on Tuesday and Thursday, at 09:00, counted from the week of 1997-09-02, weeks beginning on Sunday, 8 times in all",
                "1997-09-05T09:00 | FREQ=MONTHLY;COUNT=10;BYDAY=1FR | Every month, on the 1st Friday, at 09:00, 10 times in all",
                "1997-09-05T09:00 | FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR | Every month, on the 1st Friday, at 09:00, until 1997-12-24T00:00:00Z",
                "1997-09-07T09:00 | FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU | Every 2 months, on the 1st Sunday and the last Sunday, at 09:00, counted from September 1997, 10 times in all",
                "1997-09-22T09:00 | FREQ=MONTHLY;COUNT=6;BYDAY=-2MO | Every month, on the 2nd last Monday, at 09:00, 6 times in all",
                "1997-09-28T09:00 | FREQ=MONTHLY;BYMONTHDAY=-3 | Every month, on the 3rd last day, at 09:00",
                "1997-09-02T09:00 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15 | Every month, on days 2 and 15, at 09:00, 10 times in all",
                "1997-09-30T09:00 | FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1 | Every month, on day 1 and the last day, at 09:00, 10 times in all",
                "1997-09-10T09:00 | FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15 | Every 18 months, on days 10 to 15, at 09:00, counted from September 1997, 10 times in all",
                "1997-09-02T09:00 | FREQ=MONTHLY;INTERVAL=2;BYDAY=TU | Every 2 months, on each Tuesday, at 09:00, counted from September 1997",
                "1997-06-10T09:00 | FREQ=YEARLY;COUNT=10;BYMONTH=6,7 | Every year, on day 10 of June and July, at 09:00, 10 times in all",
                "1997-03-10T09:00 | FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3 | Every 2 years, on day 10 of each month from January to March, at 09:00, counted from 1997, 10 times in all",
                "1997-01-01T09:00 | FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200 | Every 3 years, on days 1, 100 and 200 of the year, at 09:00, counted from 1997, 10 times in all",
                "1997-05-19T09:00 | FREQ=YEARLY;BYDAY=20MO | Every year, on the 20th Monday of the year, at 09:00",
                "1997-05-12T09:00 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO | Every year, on each Monday, in week 20 of the year, at 09:00",
                "1997-03-13T09:00 | FREQ=YEARLY;BYMONTH=3;BYDAY=TH | Every year, on each Thursday, in March, at 09:00",
                "1997-06-05T09:00 | FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8 | Every year, on each Thursday, from June to August, at 09:00",
                "1997-09-02T09:00 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | Every month, on day 13 when it is a Friday, at 09:00",
                "1997-09-13T09:00 | FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13 | Every month, on days 7 to 13 when it is a Saturday, at 09:00",
                "1996-11-05T09:00 | FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8 | Every 4 years, on days 2 to 8 of November when it is a Tuesday, at 09:00, counted from 1996",
                "1997-09-04T09:00 | FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | Every month, on each Tuesday to Thursday, at 09:00, of these only the 3rd, 3 times in all",
                "1997-09-29T09:00 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2 | Every month, on each Monday to Friday, at 09:00, of these only the 2nd last",
                "1997-08-05T09:00 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | Every 2 weeks, on Tuesday and Sunday, at 09:00, counted from the week of 1997-08-05, 4 times in all",
                "1997-08-05T09:00 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | Every 2 weeks, on Tuesday and Sunday, at 09:00, counted from the week of 1997-08-05, weeks beginning on Sunday, 4 times in all",
                "2007-01-15T09:00 | FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5 | Every month, on days 15 and 30, at 09:00, 5 times in all",
                "1997-09-02T09:00 | FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z | Every 3 hours, on the hour, counted from 1997-09-02T09:00, until 1997-09-02T17:00:00Z",
                "1997-09-02T09:00 | FREQ=MINUTELY;INTERVAL=15;COUNT=6 | Every 15 minutes, counted from 1997-09-02T09:00, 6 times in all",
                "1997-09-02T09:00 | FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40 | Every day, every 20 minutes from 09:00 to 16:40",
                "1997-09-02T09:00 | FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16 | Every 20 minutes, in hours 9 to 16, counted from 1997-09-02T09:00",
                "1970-01-01T00:00 | FREQ=DAILY | Every day, at 00:00",
                "1970-01-01T00:00 | FREQ=HOURLY | Every hour, on the hour",
                "1970-01-01T00:00 | FREQ=HOURLY;BYDAY=MO,TU,WE,TH,FR;BYMINUTE=15,45 | Every hour, Monday to Friday, at minutes 15 and 45",
                "1970-01-01T00:00 | FREQ=SECONDLY;INTERVAL=10 | Every 10 seconds, counted from 1970-01-01T00:00",
                "1970-01-01T00:00 | FREQ=SECONDLY;BYSECOND=0,30;BYMINUTE=0;BYHOUR=9,10,11 | Every second, in hours 9 to 11, in minute 0, in seconds 0 and 30",
                "1970-01-01T00:00 | FREQ=MINUTELY;BYSECOND=60 | Every minute, at second 59",
                "1970-01-01T00:00 | FREQ=MONTHLY;BYDAY=-1FR | Every month, on the last Friday, at 00:00",
                "1970-01-01T00:00 | rrule:freq=monthly;byday=-1fr;byhour=18;byminute=30 | Every month, on the last Friday, at 18:30",
                "1970-01-01T00:00 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=17 | Every month, on each Monday to Friday, at 17:00, of these only the last",
                "1970-01-01T00:00 | FREQ=MONTHLY;BYDAY=1MO,FR | Every month, on each Friday and on the 1st Monday, at 00:00",
                "1970-01-01T00:00 | FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=2FR,SA | Every month, on day 13 when it is a Saturday or the 2nd Friday of the month, at 00:00",
                "1970-01-01T00:00 | FREQ=YEARLY;BYDAY=1MO;BYMONTH=9 | Every year, on the 1st Monday of September, at 00:00",
                "1970-01-01T00:00 | FREQ=YEARLY;BYEASTER=0 | Every year, on Easter Sunday, at 00:00",
                "1970-01-01T00:00 | FREQ=YEARLY;BYEASTER=-2,1,39 | Every year, on the 2nd day before Easter Sunday, the 1st day after Easter Sunday and the 39th day after Easter Sunday, at 00:00",
                "1970-01-01T00:00 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24 | Every year, on day 24 of December, at 00:00",
                "1970-01-01T00:00 | FREQ=YEARLY;BYYEARDAY=-1,100;BYMONTH=12 | Every year, on day 100 and the last day of the year, in December, at 00:00",
                "1970-01-01T00:00 | FREQ=YEARLY;BYWEEKNO=1,-1 | Every year, on each Thursday, in week 1 and the last week of the year, at 00:00",
                "1970-01-01T00:00 | FREQ=YEARLY;BYMONTHDAY=31 | Every year, on day 31 of each month, at 00:00",
                "1970-01-01T00:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU | Every 2 weeks, on Sunday, at 00:00, counted from the week of 1970-01-01, weeks beginning on Sunday",
                "1970-01-01T00:00 | FREQ=DAILY;BYMONTH=6,7,8;BYDAY=SA,SU;UNTIL=20261224 | Every day, on Saturday and Sunday, from June to August, at 00:00, until the end of 2026-12-24",
                "1970-01-01T00:00 | FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0,30;COUNT=1 | Every day, at 09:00:00 and 09:00:30, 1 time in all",
                "1970-01-01T00:00 | FREQ=DAILY;BYHOUR=9,10,11,12;BYMINUTE=0,10,20;BYSECOND=15;UNTIL=20261224T180000 | Every day, at minutes 0, 10 and 20 of every hour from 9 to 12, at second 15, until 2026-12-24T18:00:00",
                "1997-09-02T09:00 | FREQ=YEARLY | Every year, on day 2 of September, at 09:00",
                "1997-09-02T09:00 | FREQ=DAILY;BYMONTHDAY=13 | Every day, on day 13 of the month, at 09:00",
                "1997-09-02T09:00 | FREQ=DAILY;BYMONTHDAY=13;BYMONTH=1 | Every day, on day 13 of January, at 09:00",
                "1970-01-01T00:00 | FREQ=YEARLY;BYMONTHDAY=13;BYDAY=20MO | Every year, on day 13 of each month when it is the 20th Monday of the year, at 00:00",
                "1970-01-01T00:00 | FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,20;BYSECOND=5 | Every day, at 09:00:05, 09:20:05, 10:00:05, 10:20:05, 11:00:05 and 11:20:05",
                "1970-01-01T00:00 | FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,20,41;BYSECOND=5 | Every day, at minutes 0, 20 and 41 of every hour from 9 to 11, at second 5",
                "1970-01-01T00:00 | FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20;BYSECOND=5,10 | Every day, at 09:00, 09:20, 10:00 and 10:20, at seconds 5 and 10",
                "1970-01-01T00:00 | FREQ=HOURLY;BYSECOND=5 | Every hour, at minute 0, at second 5",
                "1970-01-01T00:00 | FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1;WKST=SU | Every week, on Monday and Tuesday, at 00:00, of these only the 1st, weeks beginning on Sunday",
                "1970-01-01T00:00 | FREQ=WEEKLY;BYHOUR=0;BYMINUTE=59;BYSECOND=0 | Every week, on Thursday, at 00:59",
            })
    void shouldSayARecurrenceRuleInPlainWords(LocalDateTime start, String rule, String words) {
        assertThat(RruleWords.of(rule, start)).isEqualTo(words);
    }
}
