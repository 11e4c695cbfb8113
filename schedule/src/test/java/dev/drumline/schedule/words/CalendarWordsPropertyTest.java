// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.calendar.CronExpression;
import dev.drumline.schedule.calendar.LocalCalendar;
import dev.drumline.schedule.calendar.LocalRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CalendarWordsPropertyTest {
    private static final long Y2024 = 1_704_067_200L;
    private static final long YEAR = 366 * 86_400L;

    /** The values of the five fields, in the order of an expression. */
    record Fields(List<SortedSet<Integer>> values) {
        private static final List<Integer> MIN = List.of(0, 0, 1, 1, 0);
        private static final List<Integer> MAX = List.of(59, 23, 31, 12, 6);

        /** The same but for one value more or less; a field never becomes empty. */
        Fields withOneChange(int field, int seed) {
            List<SortedSet<Integer>> changed = new ArrayList<>(values);
            SortedSet<Integer> set = new TreeSet<>(values.get(field));
            int value = MIN.get(field) + seed % (MAX.get(field) - MIN.get(field) + 1);
            if (!set.remove(value) || set.isEmpty()) {
                set.add(value);
            }
            changed.set(field, set);
            return new Fields(changed);
        }

        String asLists() {
            return IntStream.range(0, values.size()).mapToObj(this::asList).collect(Collectors.joining(" "));
        }

        String asRanges() {
            return IntStream.range(0, values.size())
                    .mapToObj(field -> isAll(field) ? "*" : ranges(values.get(field)))
                    .collect(Collectors.joining(" "));
        }

        private String asList(int field) {
            List<Integer> backwards = new ArrayList<>(values.get(field));
            Collections.reverse(backwards);
            return isAll(field) ? "?" : backwards.stream().map(String::valueOf).collect(Collectors.joining(","));
        }

        private boolean isAll(int field) {
            return values.get(field).size() == MAX.get(field) - MIN.get(field) + 1;
        }

        private static String ranges(SortedSet<Integer> values) {
            return values.stream()
                    .filter(value -> !values.contains(value - 1))
                    .map(first -> first + "-"
                            + IntStream.iterate(first, values::contains, i -> i + 1)
                                    .max()
                                    .orElseThrow())
                    .collect(Collectors.joining(","));
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void shouldSayTheSameHoweverItIsWritten(@ForAll("fields") Fields fields) {
        assertThat(CalendarWords.of(parse(fields.asLists()))).isEqualTo(CalendarWords.of(parse(fields.asRanges())));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void shouldSayTheSameOnlyOfWhatMeansTheSame(
            @ForAll("fields") Fields fields,
            @ForAll @IntRange(max = 4) int field,
            @ForAll @IntRange(max = 1000) int seed) {
        LocalCalendar one = parse(fields.asLists());
        LocalCalendar other = parse(fields.withOneChange(field, seed).asLists());

        if (CalendarWords.of(one).equals(CalendarWords.of(other))) {
            assertThat(occurrences(one)).isEqualTo(occurrences(other));
        }
    }

    @Provide
    Arbitrary<Fields> fields() {
        return Combinators.combine(values(0), values(1), values(2), values(3), values(4))
                .as((minutes, hours, days, months, weekdays) ->
                        new Fields(List.of(minutes, hours, days, months, weekdays)));
    }

    /** Whole fields, single values, ranges with and without steps, and any list. */
    private static Arbitrary<SortedSet<Integer>> values(int field) {
        int min = Fields.MIN.get(field);
        int max = Fields.MAX.get(field);
        Arbitrary<Integer> value = Arbitraries.integers().between(min, max);
        return Arbitraries.oneOf(
                Arbitraries.just(every(min, max, 1)),
                value.map(single -> every(single, single, 1)),
                Combinators.combine(value, value, Arbitraries.of(1, 1, 2, 3, 5))
                        .as((a, b, step) -> every(Math.min(a, b), Math.max(a, b), step)),
                Arbitraries.integers().between(2, 30).map(step -> every(min, max, step)),
                value.list().ofMinSize(1).ofMaxSize(8).map(TreeSet::new));
    }

    private static SortedSet<Integer> every(int first, int last, int step) {
        return IntStream.iterate(first, i -> i <= last, i -> i + step)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LocalCalendar parse(String expression) {
        try {
            return CronExpression.parse(expression);
        } catch (ScheduleException e) {
            Assume.that(!e.getMessage().startsWith("never happens"));
            throw e;
        }
    }

    /** The first ones, and how many there are in each of 28 years. */
    private static List<Long> occurrences(LocalRule rule) {
        return LongStream.concat(
                        LongStream.iterate(
                                        rule.nextAtOrAfter(Y2024),
                                        second -> second != Schedule.NEVER,
                                        second -> rule.nextAtOrAfter(second + 1))
                                .limit(500),
                        LongStream.range(0, 28).map(i -> rule.count(Y2024 + i * YEAR, Y2024 + (i + 1) * YEAR)))
                .boxed()
                .toList();
    }
}
