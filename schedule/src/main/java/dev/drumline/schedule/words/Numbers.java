// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The values of a field by their numbers, long rows shortened. */
final class Numbers {
    private static final int SHORTEST_RANGE = 3;
    private static final int FEWEST_STEPS = 5;

    private Numbers() {}

    /** {@code minute 5}, {@code minutes 0 to 10 and 30} or {@code every 7th minute from 0 to 56}, with {@code of} behind the unit. */
    static String of(Values values, String unit, String of) {
        if (values.single()) {
            return unit + " " + values.first() + of;
        }
        int step = values.step();
        return step > 1 && values.size() >= FEWEST_STEPS
                ? "every " + Ordinal.of(step) + " " + unit + of + " from " + values.first() + " to " + values.last()
                : unit + "s " + Listing.and(ranges(values)) + of;
    }

    private static List<String> ranges(Values values) {
        return values.runs().stream()
                .flatMap(run -> run.size() >= SHORTEST_RANGE
                        ? Stream.of(run.first() + " to " + run.last())
                        : IntStream.rangeClosed(run.first(), run.last()).mapToObj(Integer::toString))
                .toList();
    }
}
