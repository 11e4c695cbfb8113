// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drumline.schedule.ScheduleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedCrontabTest {

    /** Names of months, such as {@code minute: jan}, are known to later versions of Celery than Debian's 5.2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minute      | 10-20-30 | is \"10-20-30\", must be a range of two values, such as 1-5",
                "minute      | 1-5 x    | is \"5 x\" in \"1-5 x\", must be 0-59",
                "minute      | */15-3   | step is \"15-3\" in \"*/15-3\", must be 1-60",
                "minute      | */70     | step is 70 in \"*/70\", must be 1-60",
                "minute      | jan      | is \"jan\", must be 0-59",
                "minute      | +5       | is \"+5\", must be 0-59",
                "minute      | 1_0      | is \"1_0\", must be 0-59",
                "hour        | ٣        | is \"٣\", must be 0-23",
                "dayOfWeek   | monkey   | is \"monkey\", must be 0-6 (Sunday is 0) or sun-sat",
                "dayOfWeek   | mondays  | is \"mondays\", must be 0-6 (Sunday is 0) or sun-sat",
                "dayOfWeek   | mar      | is \"mar\", must be 0-6 (Sunday is 0) or sun-sat",
                "dayOfMonth  | mon      | is \"mon\", must be 1-31",
                "monthOfYear | mon      | is \"mon\", must be 1-12 or jan-dec",
            })
    void shouldRefuseWhatCeleryTakesWithoutMeaningTo(String field, String text, String sentence) {
        assertRefused(crontab(field, text), "schedule.crontab." + field, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dayOfWeek   | 7         | is 7, must be 0-6 (Sunday is 0) or sun-sat",
                "dayOfWeek   | mon,5-7   | is 7 in item 2 of 2, \"5-7\", must be 0-6 (Sunday is 0) or sun-sat",
                "dayOfWeek   | */8       | step is 8 in \"*/8\", must be 1-7",
                "dayOfMonth  | 0         | is 0, must be 1-31",
                "dayOfMonth  | 32        | is 32, must be 1-31",
                "dayOfMonth  | ?         | is \"?\", must be 1-31",
                "dayOfMonth  | L         | is \"L\", must be 1-31",
                "monthOfYear | 13        | is 13, must be 1-12 or jan-dec",
                "monthOfYear | june,julio| is \"julio\" in item 2 of 2, must be 1-12 or jan-dec",
                "hour        | 24        | is 24, must be 0-23",
                "hour        | 1,,3      | is empty in item 2 of 3, must be 0-23",
                "hour        | ``        | is empty, must be 0-23",
                "hour        | 5/2       | is \"5/2\", must be a range before the step, such as 5-23/2",
                "hour        | 1-5/0     | step is 0 in \"1-5/0\", must be 1-24",
                "hour        | 1-5/      | step is empty in \"1-5/\", must be 1-24",
                "hour        | */2/3     | is \"*/2/3\", must have one step, such as */5",
                "hour        | 1 2       | is \"1 2\", must be 0-23",
                "hour        | 99999999999999999999 | is 99999999999999999999, must be 0-23",
            })
    void shouldRefuseAField(String field, String text, String sentence) {
        assertRefused(crontab(field, text), "schedule.crontab." + field, sentence);
    }

    @Test
    void shouldRefuseDatesThatNeverCome() {
        assertRefused(
                new Rule.Crontab("0", "0", null, "30", "2"),
                "schedule.crontab",
                "never happens: month 2 has no day 30");
        assertRefused(
                new Rule.Crontab("0", "0", "mon", "31", "feb,jun"),
                "schedule.crontab",
                "never happens: months 2, 6 have no day 31");
        assertThat(Schedules.parse(ScheduleSpec.of(new Rule.Crontab("0", "0", "mon", "29", "2")), "a/b"))
                .isNotNull();
    }

    @Test
    void shouldNameTheRuleOfSeveral() {
        ScheduleSpec spec = ScheduleSpec.of(new Rule.Cron("@daily"), crontab("hour", "24"));
        ScheduleException refused = catchThrowableOfType(ScheduleException.class, () -> Schedules.parse(spec, "a/b"));
        assertThat(refused.field()).isEqualTo("schedules[1].crontab.hour");
    }

    private static Rule.Crontab crontab(String field, String text) {
        return new Rule.Crontab(
                field.equals("minute") ? text : null,
                field.equals("hour") ? text : null,
                field.equals("dayOfWeek") ? text : null,
                field.equals("dayOfMonth") ? text : null,
                field.equals("monthOfYear") ? text : null);
    }

    private static void assertRefused(Rule rule, String field, String sentence) {
        ScheduleException refused = catchThrowableOfType(
                ScheduleException.class, () -> Schedules.parse(ScheduleSpec.of(rule), "default/task"));
        assertThat(refused).as("%s", rule).isNotNull().hasMessage(sentence);
        assertThat(refused.field()).isEqualTo(field);
    }
}
