// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

class RrulePropertyTest {
    private static final long Y1970 = 0;
    private static final long Y2030 = 1_893_456_000L;
    private static final long A_YEAR = 366 * 86_400L;
    private static final long FORTY_YEARS = 40 * 365 * 86_400L;

    /** lib-recur 0.17.1 walks on from DTSTART, so it shows that our leap to the asked time changes nothing. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void shouldFindWhatIterationFromDtstartFinds(
            @ForAll("rulesThatLibRecurReadsAlike") String text,
            @ForAll @LongRange(min = Y1970, max = Y2030) long start,
            @ForAll @LongRange(min = 0, max = FORTY_YEARS) long later) {
        // Given
        Schedule schedule = parsed(text, start, ZoneOffset.UTC.getRules());
        // lib-recur counts the positions of the first period from DTSTART on, and a week of the year before is none of
        // its
        // first year.
        long begin = text.matches(".*(BYSETPOS|BYWEEKNO).*") ? start + A_YEAR : start;
        for (long from : List.of(begin, begin + later)) {
            // When
            List<Long> iterated = iterated(text, start, from, 20);
            // Then
            assertThat(following(schedule, from * 1000 - 1, iterated.size())).isEqualTo(iterated);
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void shouldLookBackAndCountAsItLooksForward(
            @ForAll("rules") String text,
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = Y1970, max = Y2030) long start,
            @ForAll @LongRange(min = 0, max = FORTY_YEARS) long later,
            @ForAll @IntRange(min = 1, max = 60) int length) {
        Schedule schedule = parsed(text, start, ZoneId.of(zone).getRules());
        long after = (start + later) * 1000;
        List<Long> times = following(schedule, after, length);
        Assume.that(!times.isEmpty());
        assertThat(schedule.leastGapMillis()).isPositive();
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(schedule.leastGapMillis());
            assertThat(schedule.previousMillis(times.get(i))).isEqualTo(times.get(i - 1));
        }
        assertThat(schedule.previousMillis(times.getFirst())).isLessThanOrEqualTo(after);
        assertThat(schedule.count(after, times.getLast())).isEqualTo(times.size());
        assertThat(schedule.count(times.getFirst(), times.getLast() - 1)).isEqualTo(Math.max(0, times.size() - 2));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldBeDueAtMostCountTimes(
            @ForAll("rules") String text,
            @ForAll("zones") String zone,
            @ForAll @LongRange(min = Y1970, max = Y2030) long start,
            @ForAll @IntRange(min = 1, max = 50) int count) {
        ZoneRules rules = ZoneId.of(zone).getRules();
        List<Long> endless = following(parsed(text, start, rules), start * 1000 - 1, count);
        Schedule counted = parsed(text + ";COUNT=" + count, start, rules);
        assertThat(following(counted, Long.MIN_VALUE, Integer.MAX_VALUE)).isEqualTo(endless);
    }

    @Provide
    Arbitrary<String> rules() {
        return RuleTexts.any();
    }

    /**
     * Left out where lib-recur has another opinion than we and dateutil have: BYWEEKNO=53 (it finds a week 53 in each year), BYWEEKNO with INTERVAL
     * or BYSETPOS (its years begin with week 1, not on 1 January), BYMONTHDAY of a YEARLY rule without BYMONTH (it takes DTSTART's
     * month alone), BYYEARDAY=-1 of an HOURLY rule or shorter (it takes 30 December).
     */
    @Provide
    Arbitrary<String> rulesThatLibRecurReadsAlike() {
        return RuleTexts.any()
                .filter(rule -> !rule.contains("BYWEEKNO") || !rule.matches(".*(INTERVAL|BYSETPOS|53).*"))
                .filter(rule -> !rule.matches("FREQ=YEARLY.*BYMONTHDAY.*") || rule.contains("BYMONTH="))
                .filter(rule -> !rule.matches("FREQ=[A-Z]+LY.*BYYEARDAY=[^;]*-.*") || rule.contains("YEARLY"));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Asia/Kathmandu");
    }

    private static Schedule parsed(String text, long start, ZoneRules zone) {
        try {
            return Rrule.parse(text, OptionalLong.of(start * 1000), zone);
        } catch (ScheduleException e) {
            // Whether nothing is due is another test's question.
            Assume.that(!e.getMessage().startsWith("never happens"));
            throw e;
        }
    }

    private static List<Long> following(Schedule schedule, long after, int limit) {
        List<Long> times = new ArrayList<>();
        for (long next = schedule.nextMillis(after);
                next != Schedule.NEVER && times.size() < limit;
                next = schedule.nextMillis(next)) {
            times.add(next);
        }
        return times;
    }

    private static List<Long> iterated(String text, long start, long from, int limit) {
        List<Long> times = new ArrayList<>();
        try {
            RecurrenceRuleIterator iterator =
                    new RecurrenceRule(text).iterator(new DateTime(DateTime.UTC, start * 1000));
            iterator.fastForward(from * 1000);
            while (times.size() < limit) {
                times.add(iterator.nextMillis());
            }
        } catch (InvalidRecurrenceRuleException e) {
            throw new AssertionError(e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // lib-recur gives up where a rule is due seldom; what it has found until then counts.
            Assume.that(e.getMessage().startsWith("too many"));
        }
        return times;
    }
}
