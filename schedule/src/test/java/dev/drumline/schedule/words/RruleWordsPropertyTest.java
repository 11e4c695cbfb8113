// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.recurrence.RuleTexts;
import dev.drumline.schedule.spec.Rule;
import dev.drumline.schedule.spec.ScheduleSpec;
import dev.drumline.schedule.spec.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RruleWordsPropertyTest {
    private static final int OCCURRENCES = 100;

    /** Of any rule that is accepted there are words, and a part that has no words in them changes nothing. */
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void shouldHaveWordsForEveryPartThatMatters(
            @ForAll("rules") String rule,
            @ForAll @LongRange(min = 0, max = 1_893_456_000L) long startSecond,
            @ForAll @IntRange(max = 10) int leftOut) {
        Instant start = Instant.ofEpochSecond(startSecond);
        ScheduleSpec whole = spec(rule, start);
        ScheduleSpec less = spec(without(rule, leftOut), start);

        if (ScheduleWords.of(whole).equals(ScheduleWords.of(less))) {
            assertThat(occurrences(whole, start)).isEqualTo(occurrences(less, start));
        }
    }

    @Provide
    Arbitrary<String> rules() {
        return RuleTexts.any();
    }

    /** Without one of its parts but the first, which is FREQ. */
    private static String without(String rule, int index) {
        List<String> parts = new ArrayList<>(List.of(rule.split(";")));
        Assume.that(parts.size() > 1);
        parts.remove(1 + index % (parts.size() - 1));
        return String.join(";", parts);
    }

    private static ScheduleSpec spec(String rule, Instant start) {
        ScheduleSpec spec = ScheduleSpec.of(new Rule.Rrule(rule)).between(start.toString(), null);
        try {
            Schedules.parse(spec, "default/task");
            return spec;
        } catch (ScheduleException refused) {
            Assume.that(false);
            throw refused;
        }
    }

    private static List<Instant> occurrences(ScheduleSpec spec, Instant start) {
        return Schedules.parse(spec, "default/task").between(start, Instant.MAX, OCCURRENCES);
    }
}
