// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.util.ArrayList;
import java.util.List;

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
                : unit + "s " + Listing.and(ranges(values.list())) + of;
    }

    /** {@code 0 to 10} and {@code 30} of ascending numbers. */
    static List<String> ranges(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        for (int first = 0, next = 1; first < numbers.size(); next++) {
            if (next == numbers.size() || numbers.get(next) != numbers.get(first) + next - first) {
                ranges.addAll(range(numbers.subList(first, next)));
                first = next;
            }
        }
        return ranges;
    }

    private static List<String> range(List<Integer> neighbours) {
        return neighbours.size() >= SHORTEST_RANGE
                ? List.of(neighbours.getFirst() + " to " + neighbours.getLast())
                : neighbours.stream().map(String::valueOf).toList();
    }
}
