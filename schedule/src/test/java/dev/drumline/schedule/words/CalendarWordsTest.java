// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.calendar.CronExpression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * * | Every minute",
                "*/5 * * * * | Every 5 minutes",
                "*/5 * * * mon,wed | Every 5 minutes, on Monday and Wednesday",
                "0 9 * * mon-fri | At 09:00, Monday to Friday",
                "0 */2 * * * | Every 2 hours from 00:00 to 22:00",
                "0 0 13 * fri | At 00:00, on day 13 of the month or on Friday",
                "@hourly | Every hour, on the hour",
                "@daily | At 00:00, every day",
                "@weekly | At 00:00, on Sunday",
                "@monthly | At 00:00, on day 1 of the month",
                "@yearly | At 00:00, on day 1 of January",
                "17 * * * * | Every hour, at minute 17",
                "*/7 * * * * | At every 7th minute from 0 to 56 of every hour",
                "5/15 * * * * | At minutes 5, 20, 35 and 50 of every hour",
                "1/2 * * * * | At every 2nd minute from 1 to 59 of every hour",
                "0,30 * * * * | Every 30 minutes",
                "0-10 * * * * | At minutes 0 to 10 of every hour",
                "0-10,30 * * * * | At minutes 0 to 10 and 30 of every hour",
                "50-10 * * * * | At minutes 0 to 10 and 50 to 59 of every hour",
                "* 9 * * * | Every minute from 09:00 to 09:59, every day",
                "* 9-17 * * * | Every minute from 09:00 to 17:59, every day",
                "* 22-2 * * * | Every minute from 22:00 to 02:59, every day",
                "* 9,17 * * * | Every minute from 09:00 to 09:59 and from 17:00 to 17:59, every day",
                "* */2 * * * | Every minute of every 2nd hour",
                "*/5 9-17 * * mon-fri | Every 5 minutes from 09:00 to 17:55, Monday to Friday",
                "*/15 9 * * * | Every 15 minutes from 09:00 to 09:45, every day",
                "*/30 9 * * * | At 09:00 and 09:30, every day",
                "*/20 9 * * * | At 09:00, 09:20 and 09:40, every day",
                "*/30 9,17 * * * | At 09:00, 09:30, 17:00 and 17:30, every day",
                "*/30 9,12,17 * * * | At minutes 0 and 30 of hours 9, 12 and 17, every day",
                "*/30 1-23/2 * * * | At minutes 0 and 30 of every 2nd hour from 1 to 23, every day",
                "0 9-17 * * * | Every hour from 09:00 to 17:00, every day",
                "0 22-2 * * * | Every hour from 22:00 to 02:00, every day",
                "0 8-16/4 * * * | At 08:00, 12:00 and 16:00, every day",
                "0 */6 * * * | Every 6 hours from 00:00 to 18:00",
                "0 */5 * * * | Every 5 hours from 00:00 to 20:00, every day",
                "15 1/3 * * * | Every 3 hours from 01:15 to 22:15, every day",
                "0 8,12,16,19 * * * | At 08:00, 12:00, 16:00 and 19:00, every day",
                "0 1,3,4,7,9,11,15 * * * | At minute 0 of hours 1, 3, 4, 7, 9, 11 and 15, every day",
                "5,20 9-17 * * * | At minutes 5 and 20 of every hour from 9 to 17, every day",
                "5,20 9,12,17,19 * * * | At minutes 5 and 20 of hours 9, 12, 17 and 19, every day",
                "5,10,20 */4 * * * | At minutes 5, 10 and 20 of every 4th hour",
                "0 0 1,15 * * | At 00:00, on days 1 and 15 of the month",
                "0 0 1-7 * * | At 00:00, on days 1 to 7 of the month",
                "0 0 */2 * * | At 00:00, on every 2nd day of the month from 1 to 31",
                "0 0 31 * * | At 00:00, on day 31 of the month",
                "0 0 1 jan * | At 00:00, on day 1 of January",
                "0 0 1 jan,jul * | At 00:00, on day 1 of January and July",
                "0 0 1 apr-oct * | At 00:00, on day 1 of each month from April to October",
                "0 0 1 */3 * | At 00:00, on day 1 of January, April, July and October",
                "0 9 * 7 * | At 09:00, every day in July",
                "0 9 * nov-mar * | At 09:00, every day from November to March",
                "0 9 * nov-mar mon | At 09:00, on Monday, from November to March",
                "*/5 * * jul * | Every 5 minutes, in July",
                "0 0 * * fri-mon | At 00:00, Friday to Monday",
                "0 0 * * sun,mon | At 00:00, on Sunday and Monday",
                "0 0 * * */2 | At 00:00, on Tuesday, Thursday, Saturday and Sunday",
                "0 0 * * mon-wed,fri | At 00:00, on Monday to Wednesday and Friday",
                "0 0 * * 1-6 | At 00:00, Monday to Saturday",
                "0 0 1,15 * mon,wed | At 00:00, on days 1 and 15 of the month or on Monday or Wednesday",
                "0 0 13 1 fri | At 00:00, on day 13 of the month or on Friday, in January",
                "0 0 1-7 * mon-fri | At 00:00, on days 1 to 7 of the month or on Monday to Friday",
                "0 0 1-31 * sun | At 00:00, every day",
                "0 0 29 2 * | At 00:00, on day 29 of February",
                "20-35/15 1/2 */2 * * | At minutes 20 and 35 of every 2nd hour from 1 to 23, on every 2nd day of the month from 1 to 31",
                "59 23 31 12 * | At 23:59, on day 31 of December",
                "*/40 * * * * | At minutes 0 and 40 of every hour",
                "0 12 * * sun | At 12:00, on Sunday",
            })
    void shouldSayACronInPlainWords(String expression, String words) {
        assertThat(CalendarWords.of(CronExpression.parse(expression))).isEqualTo(words);
    }
}
