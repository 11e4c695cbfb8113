// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.schedule.Seed;
import dev.drumline.schedule.calendar.CeleryCrontab.Answer;
import dev.drumline.schedule.calendar.CeleryCrontab.Question;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** crontab against Celery's own, in UTC, where Celery is right. */
class CeleryCrontabIT {
    private static final int QUESTIONS = 25_000;

    private final Seed seed = Seed.of(CeleryCrontabIT.class);
    private final Random random = seed.random();

    @TempDir
    Path folder;

    @Test
    void shouldBeDueWhenCelerySays() throws Exception {
        CeleryCrontab celery = new CeleryCrontab(folder);
        List<SlowCalendar> rules = Stream.generate(this::rule).limit(QUESTIONS).toList();
        List<Question> questions = rules.stream()
                .map(rule -> new Question((Rule.Crontab) rule.rule(), "UTC", instant(), null))
                .toList();
        List<Answer> answers = celery.ask(questions);
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = questions.get(i);
            assertThat(answers.get(i).error()).as("%s, %s", question, seed).isEmpty();
            assertThat(rules.get(i).in("UTC").next(question.after()).stream().toList())
                    .as("%s, %s", question, seed)
                    .isEqualTo(answers.get(i).due());
        }
    }

    private SlowCalendar rule() {
        return random.nextInt(5) == 0
                ? SlowCalendar.rare(Dialect.CRONTAB, random)
                : SlowCalendar.random(Dialect.CRONTAB, random);
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(946_684_800L, 2_208_988_800L));
    }

    /** Celery takes them, and its beat dies of them: it raises when it looks for the next due time. */
    @Test
    void shouldRefuseDatesThatCeleryLooksForInVain() throws Exception {
        CeleryCrontab celery = new CeleryCrontab(folder);
        List<Question> questions = new ArrayList<>();
        for (String date : List.of("30 2", "31 2", "31 4", "31 6", "31 9", "31 11", "31 2,4,6", "30-31 2")) {
            String[] dayAndMonth = date.split(" ");
            Rule.Crontab rule = new Rule.Crontab("0", "0", "*", dayAndMonth[0], dayAndMonth[1]);
            questions.add(new Question(rule, "UTC", instant(), null));
        }
        assertThat(celery.ask(questions))
                .allSatisfy(answer -> assertThat(answer.error()).startsWith("error RuntimeError unable to rollover"));
        assertThat(questions).allSatisfy(question -> assertThatThrownBy(
                        () -> Schedules.parse(ScheduleSpec.of(question.rule()), "default/task"))
                .hasMessageStartingWith("never happens"));
    }
}
