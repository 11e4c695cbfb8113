// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random rules of all frequencies that RFC 5545 allows; some are never due. */
public final class RuleTexts {

    private RuleTexts() {}

    public static Arbitrary<String> any() {
        return Arbitraries.of(Frequency.class).flatMap(RuleTexts::of);
    }

    static Arbitrary<String> of(Frequency frequency) {
        List<Arbitrary<String>> parts = new ArrayList<>();
        parts.add(sometimes(0.4, Arbitraries.integers().between(2, 20).map(n -> "INTERVAL=" + n)));
        parts.add(sometimes(0.3, Arbitraries.of(Weekday.class).map(day -> "WKST=" + day)));
        parts.add(sometimes(0.3, list(Part.BYMONTH, 1, 12, 4)));
        if (frequency == Frequency.YEARLY) {
            parts.add(sometimes(0.25, signedList(Part.BYWEEKNO, 53, 4)));
        }
        if (frequency != Frequency.WEEKLY) {
            parts.add(sometimes(0.3, signedList(Part.BYMONTHDAY, 31, 5)));
        }
        if (frequency == Frequency.YEARLY || frequency.isWithinADay()) {
            parts.add(sometimes(0.2, signedList(Part.BYYEARDAY, 366, 12)));
        }
        parts.add(sometimes(0.4, weekdays(frequency)));
        parts.add(sometimes(0.3, list(Part.BYHOUR, 0, 23, 4)));
        parts.add(sometimes(0.3, list(Part.BYMINUTE, 0, 59, 4)));
        parts.add(sometimes(0.3, list(Part.BYSECOND, 0, 59, 4)));
        parts.add(sometimes(0.2, signedList(Part.BYSETPOS, 5, 3)));
        return Combinators.combine(parts)
                .as(given -> "FREQ=" + frequency
                        + given.stream()
                                .filter(part -> !part.isEmpty())
                                .map(part -> ";" + part)
                                .collect(Collectors.joining()))
                .filter(RuleTexts::isAllowed);
    }

    private static boolean isAllowed(String rule) {
        boolean numbered = rule.matches(".*BYDAY=[^;]*[0-9].*");
        return (!rule.contains("BYSETPOS") || rule.replace("BYSETPOS", "").contains("BY"))
                && !(numbered && rule.contains("BYWEEKNO"));
    }

    private static Arbitrary<String> weekdays(Frequency frequency) {
        int most = frequency == Frequency.YEARLY ? 53 : frequency == Frequency.MONTHLY ? 5 : 0;
        Arbitrary<String> number = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just("")),
                Tuple.of(
                        most == 0 ? 0 : 2,
                        Arbitraries.integers().between(-most, most).map(n -> n == 0 ? "" : Integer.toString(n))));
        return Combinators.combine(number, Arbitraries.of(Weekday.class))
                .as((n, day) -> n + day)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(days -> "BYDAY=" + String.join(",", days));
    }

    private static Arbitrary<String> list(Part part, int min, int max, int most) {
        return joined(
                part,
                Arbitraries.integers().between(min, max).set().ofMinSize(1).ofMaxSize(most));
    }

    private static Arbitrary<String> signedList(Part part, int max, int most) {
        Arbitrary<Integer> signed = Arbitraries.integers().between(-max, max).filter(n -> n != 0);
        return joined(part, signed.set().ofMinSize(1).ofMaxSize(most));
    }

    private static Arbitrary<String> joined(Part part, Arbitrary<Set<Integer>> values) {
        return values.map(set -> part + "=" + set.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private static Arbitrary<String> sometimes(double probability, Arbitrary<String> part) {
        return part.optional(probability).map(some -> some.orElse(""));
    }
}
