// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.Seed;
import dev.drumline.schedule.spec.Rule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * cron against cron-utils, where both claim the same rule: in UTC, without what its UNIX definition refuses ({@code ?}, ranges that
 * wrap), without a {@code *} among others in a day field, where it has no notion of a field that does not restrict, and of weekdays
 * without steps and ranges to {@code sun}, which for it go on to 7.
 */
class CronUtilsTest {
    private static final int EXPRESSIONS = 2_000;
    private static final int OCCURRENCES = 3;
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final Seed seed = Seed.of(CronUtilsTest.class);
    private final Random random = seed.random();

    @Test
    void shouldAgreeWithCronUtils() {
        int compared = 0;
        while (compared < EXPRESSIONS) {
            SlowCalendar rule = random.nextInt(4) == 0
                    ? SlowCalendar.rare(Dialect.CRON, random)
                    : SlowCalendar.random(Dialect.CRON, random);
            String expression = ((Rule.Cron) rule.rule()).expression();
            if (isPlain(rule.dayOfMonth())
                    && isPlain(rule.dayOfWeek())
                    && !reachesSeven(rule.dayOfWeek())
                    && isRead(expression)) {
                compare(expression, rule.in("UTC"));
                compared++;
            }
        }
    }

    private void compare(String expression, Schedule ours) {
        ExecutionTime theirs = ExecutionTime.forCron(PARSER.parse(expression));
        Instant start = Instant.ofEpochSecond(random.nextLong(946_684_800L, 2_208_988_800L));
        Instant forwards = start;
        Instant backwards = start;
        for (int i = 0; i < OCCURRENCES; i++) {
            assertThat(ours.next(forwards))
                    .as("next of %s after %s, %s", expression, forwards, seed)
                    .isEqualTo(theirs.nextExecution(utc(forwards)).map(ZonedDateTime::toInstant));
            assertThat(ours.previous(backwards))
                    .as("previous of %s before %s, %s", expression, backwards, seed)
                    .isEqualTo(theirs.lastExecution(utc(backwards)).map(ZonedDateTime::toInstant));
            forwards = ours.next(forwards).orElseThrow();
            backwards = ours.previous(backwards).orElseThrow();
        }
    }

    private static boolean isPlain(CronText field) {
        return field.text().equals("*") || !field.text().contains("*");
    }

    private static boolean reachesSeven(CronText daysOfWeek) {
        return daysOfWeek.text().contains("/")
                || daysOfWeek.text().toLowerCase(Locale.ROOT).contains("-sun");
    }

    private static boolean isRead(String expression) {
        try {
            PARSER.parse(expression);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static ZonedDateTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }
}
