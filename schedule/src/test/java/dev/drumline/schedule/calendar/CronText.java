// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.calendar;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A random field or expression together with what it means, told without the parser. */
record CronText(String text, Set<Integer> values, boolean star) {

    /** A whole expression whose times lie mostly in the small hours, where the clocks change. */
    static Arbitrary<SlowCalendar> expressions() {
        Arbitrary<CronText> hours = Arbitraries.oneOf(field(0, 23), item(0, 3, 23), one("*", 0, 23));
        Arbitrary<CronText> months = Arbitraries.oneOf(one("*", 1, 12), field(1, 12));
        return Combinators.combine(field(0, 59), hours, dayField(1, 31), months, dayField(0, 6))
                .as(SlowCalendar::new);
    }

    private static Arbitrary<CronText> dayField(int min, int max) {
        return Arbitraries.oneOf(one("*", min, max), one("?", min, max), field(min, max));
    }

    private static Arbitrary<CronText> field(int min, int max) {
        return item(min, max, max).list().ofMinSize(1).ofMaxSize(3).map(CronText::join);
    }

    /** Values start from min to last; steps and wraps reach to max. */
    private static Arbitrary<CronText> item(int min, int last, int max) {
        Arbitrary<Integer> value = Arbitraries.integers().between(min, last);
        Arbitrary<Integer> step = Arbitraries.integers().between(1, max + 1);
        return Arbitraries.oneOf(
                value.map(n -> of("" + n, n, n, 1, min, max)),
                step.map(s ->
                        new CronText("*/" + s, of("", min, max, s, min, max).values(), s == 1)),
                Combinators.combine(value, value).as((a, b) -> of(a + "-" + b, a, b, 1, min, max)),
                Combinators.combine(value, value, step).as((a, b, s) -> of(a + "-" + b + "/" + s, a, b, s, min, max)),
                Combinators.combine(value, step).as((n, s) -> of(n + "/" + s, n, max, s, min, max)));
    }

    private static Arbitrary<CronText> one(String text, int min, int max) {
        return Arbitraries.just(new CronText(text, of("", min, max, 1, min, max).values(), true));
    }

    private static CronText of(String text, int first, int last, int step, int min, int max) {
        List<Integer> run = first <= last
                ? IntStream.rangeClosed(first, last).boxed().toList()
                : IntStream.concat(IntStream.rangeClosed(first, max), IntStream.rangeClosed(min, last))
                        .boxed()
                        .toList();
        Set<Integer> values = IntStream.range(0, run.size())
                .filter(i -> i % step == 0)
                .mapToObj(run::get)
                .collect(Collectors.toCollection(TreeSet::new));
        return new CronText(text, values, false);
    }

    private static CronText join(List<CronText> items) {
        return new CronText(
                items.stream().map(CronText::text).collect(Collectors.joining(",")),
                items.stream().flatMap(item -> item.values().stream()).collect(Collectors.toCollection(TreeSet::new)),
                items.stream().anyMatch(CronText::star));
    }
}
