// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.calendar.CeleryCrontab.Answer;
import dev.drumline.schedule.calendar.CeleryCrontab.Question;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where clocks change, Celery is wrong: each case with what it says, what Drumline says, and why that is right. Celery adds on the
 * clock on the wall, with the offset from UTC of the moment when it is asked, so what it says also depends on when it is asked. Its
 * answers are those of Debian's Celery 5.2; docs/schedules.md has these cases for the reader.
 */
class CeleryClockChangesIT {

    @TempDir
    Path folder;

    private CeleryCrontab celery;

    @BeforeEach
    void findCelery() throws Exception {
        celery = new CeleryCrontab(folder);
        String version = celery.version();
        assumeTrue(version.startsWith("5.2."), "the answers of Celery 5.2 are known, here is " + version);
    }

    /**
     * The clocks are set back, and an hour comes twice. Right: a rule for every hour runs in both, as it promises a run each hour, or
     * each quarter of one, and work must not lie about for 60 minutes more because of a clock. Celery is silent the second time:
     * the next minute that it looks for is the one after 01:59, and the clock shows that an hour later.
     */
    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "America/New_York, *, 2026-11-01T00:00-04:00, 2026-11-01T04:10-05:00, 2026-11-01T01:00-05:00, 60",
        "America/New_York, */15, 2026-11-01T00:00-04:00, 2026-11-01T04:10-05:00, 2026-11-01T01:00-05:00, 4",
        "America/New_York, 0, 2026-11-01T00:00-04:00, 2026-11-01T04:10-05:00, 2026-11-01T01:00-05:00, 1",
        "America/New_York, 30, 2026-11-01T00:00-04:00, 2026-11-01T04:10-05:00, 2026-11-01T01:30-05:00, 1",
        "Europe/Berlin, */15, 2026-10-25T00:00+02:00, 2026-10-25T04:10+01:00, 2026-10-25T02:00+01:00, 4",
        "America/Havana, 0, 2026-10-31T22:00-04:00, 2026-11-01T04:10-05:00, 2026-11-01T00:00-05:00, 1",
        "Australia/Lord_Howe, */15, 2026-04-05T00:00+11:00, 2026-04-05T04:10+10:30, 2026-04-05T01:30+10:30, 2",
    })
    void shouldRunAgainInTheHourThatComesTwice(
            String zone,
            String minute,
            OffsetDateTime after,
            OffsetDateTime through,
            OffsetDateTime firstLost,
            int lost)
            throws Exception {
        Rule.Crontab rule = new Rule.Crontab(minute, "*", "*", "*", "*");
        List<Instant> theirs = askedEveryMinute(rule, zone, after, through);
        List<Instant> ours = schedule(rule, zone).between(after.toInstant(), through.toInstant(), Integer.MAX_VALUE);
        assertThat(ours).containsAll(theirs);
        List<Instant> lostByCelery = new ArrayList<>(ours);
        lostByCelery.removeAll(theirs);
        assertThat(lostByCelery).hasSize(lost).startsWith(firstLost.toInstant());
        assertThat(lostByCelery.getLast()).isBefore(firstLost.toInstant().plusSeconds(3600));
    }

    /**
     * The clocks are set forward, and 02:30 does not come. Celery takes it for 03:30 when it is asked before the change, and for
     * 03:00, or whenever it looks next, when it is asked after it. Right is one answer that does not depend on asking: the end of
     * the gap, the first moment at which it is past 02:30.
     */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-07T02:30-05:00, 2026-03-08T03:30-04:00, 2026-03-08T03:00-04:00",
        "Europe/Berlin, 2026-03-28T02:30+01:00, 2026-03-29T03:30+02:00, 2026-03-29T03:00+02:00",
    })
    void shouldRunAtTheEndOfTheGap(
            String zone, OffsetDateTime ran, OffsetDateTime askedBefore, OffsetDateTime askedEveryMinute)
            throws Exception {
        Rule.Crontab rule = new Rule.Crontab("30", "2", "*", "*", "*");
        assertThat(askedOnce(rule, zone, ran)).isEqualTo(askedBefore.toInstant());
        assertThat(askedEveryMinute(rule, zone, ran, ran.plusDays(1))).containsExactly(askedEveryMinute.toInstant());
        assertThat(schedule(rule, zone).between(ran.toInstant(), ran.plusDays(1).toInstant(), 9))
                .containsExactly(askedEveryMinute.toInstant());
    }

    /**
     * A daily time far from the change, asked for on the day before: Celery is off by an hour, for it counts with the offset of the
     * day before. A beat that has other entries to look at meanwhile goes by that. Right is the time that the rule names.
     */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-07T09:00-05:00, 2026-03-08T10:00-04:00, 2026-03-08T09:00-04:00",
        "America/New_York, 2026-10-31T09:00-04:00, 2026-11-01T08:00-05:00, 2026-11-01T09:00-05:00",
        "Europe/Berlin, 2026-03-28T09:00+01:00, 2026-03-29T10:00+02:00, 2026-03-29T09:00+02:00",
    })
    void shouldKeepTheTimeOfDay(String zone, OffsetDateTime ran, OffsetDateTime theirs, OffsetDateTime ours)
            throws Exception {
        Rule.Crontab rule = new Rule.Crontab("0", "9", "*", "*", "*");
        assertThat(askedOnce(rule, zone, ran)).isEqualTo(theirs.toInstant());
        assertThat(schedule(rule, zone).next(ran.toInstant())).contains(ours.toInstant());
    }

    /** Here Celery is right, if it is asked every minute: a time that comes twice runs once, and one beside the gap at its time. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 30, 1, 2026-10-31T12:00-04:00, 2026-11-02T12:00-05:00",
        "America/New_York, 0, */2, 2026-10-31T12:00-04:00, 2026-11-02T12:00-05:00",
        "America/New_York, '0,30', 2, 2026-03-07T12:00-05:00, 2026-03-09T12:00-04:00",
        "America/New_York, 30, *, 2026-03-07T12:00-05:00, 2026-03-09T12:00-04:00",
        "Australia/Lord_Howe, 15, 2, 2026-10-03T12:00+10:30, 2026-10-05T12:00+11:00",
        "Pacific/Apia, 0, 12, 2011-12-29T11:00-10:00, 2012-01-01T00:00+14:00",
        "America/Havana, 0, 0, 2026-03-07T12:00-05:00, 2026-03-10T12:00-04:00",
    })
    void shouldAgreeOtherwise(String zone, String minute, String hour, OffsetDateTime after, OffsetDateTime through)
            throws Exception {
        Rule.Crontab rule = new Rule.Crontab(minute, hour, "*", "*", "*");
        assertThat(schedule(rule, zone).between(after.toInstant(), through.toInstant(), Integer.MAX_VALUE))
                .isEqualTo(askedEveryMinute(rule, zone, after, through));
    }

    private Instant askedOnce(Rule.Crontab rule, String zone, OffsetDateTime ran) throws Exception {
        return ask(new Question(rule, zone, ran.toInstant(), null)).getFirst();
    }

    private List<Instant> askedEveryMinute(Rule.Crontab rule, String zone, OffsetDateTime after, OffsetDateTime through)
            throws Exception {
        return ask(new Question(rule, zone, after.toInstant(), through.toInstant()));
    }

    private List<Instant> ask(Question question) throws Exception {
        Answer answer = celery.ask(List.of(question)).getFirst();
        assertThat(answer.error()).isEmpty();
        return answer.due();
    }

    private static Schedule schedule(Rule.Crontab rule, String zone) {
        return Schedules.parse(ScheduleSpec.of(rule).in(zone), "default/task");
    }
}
