// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values that one field of a calendar rule names, and the patterns in them.
 *
 * @param bits bit v for each value v; never empty
 */
record Values(long bits, int min, int max) {

    /** Neighbours without a gap between them; {@code last} is below {@code first} when the run goes round the end of the field. */
    record Run(int first, int last, int size) {}

    static Values minutes(long bits) {
        return new Values(bits, 0, 59);
    }

    static Values hours(long bits) {
        return new Values(bits, 0, 23);
    }

    static Values daysOfMonth(long bits) {
        return new Values(bits, 1, 31);
    }

    static Values months(long bits) {
        return new Values(bits, 1, 12);
    }

    static Values daysOfWeek(long bits) {
        return new Values(bits, 0, 6);
    }

    int size() {
        return Long.bitCount(bits);
    }

    boolean all() {
        return size() == width();
    }

    boolean single() {
        return size() == 1;
    }

    int first() {
        return Long.numberOfTrailingZeros(bits);
    }

    int last() {
        return 63 - Long.numberOfLeadingZeros(bits);
    }

    List<Integer> list() {
        return IntStream.rangeClosed(min, max).filter(this::has).boxed().toList();
    }

    /** The distance between any two neighbours; 0 when it differs or there is one value only. */
    int step() {
        List<Integer> values = list();
        int step = single() ? 0 : values.get(1) - values.get(0);
        boolean even = IntStream.range(1, values.size()).allMatch(i -> values.get(i) - values.get(i - 1) == step);
        return even ? step : 0;
    }

    /** Whether one step after the last value the field begins anew, at its first value. */
    boolean comesRound() {
        return step() > 0 && first() == min && last() + step() == max + 1;
    }

    /** The runs beginning with the first that begins at or after {@code start}, where the end of the field is followed by its begin. */
    List<Run> runsRound(int start) {
        if (all()) {
            return List.of(new Run(start, round(start - 1), width()));
        }
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < width(); i++) {
            int value = round(start + i);
            if (has(value) && !has(round(value - 1))) {
                runs.add(runFrom(value));
            }
        }
        return runs;
    }

    private Run runFrom(int first) {
        int size = 1;
        while (has(round(first + size))) {
            size++;
        }
        return new Run(first, round(first + size - 1), size);
    }

    private boolean has(int value) {
        return (bits & 1L << value) != 0;
    }

    private int round(int value) {
        return Math.floorMod(value - min, width()) + min;
    }

    private int width() {
        return max - min + 1;
    }
}
