// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

import java.util.Arrays;
import java.util.stream.IntStream;

/** BYSETPOS of periods that are one slot: some of the times in it. */
record ChosenTimes(int[] seconds) implements Offsets {

    /** @param positions 1 for the first, -1 for the last; one that there is no time at chooses nothing */
    static ChosenTimes of(Offsets times, int[] positions) {
        return new ChosenTimes(indices(positions, times.size()).map(times::at).toArray());
    }

    /** The indices in a set of that size, in order and once each. */
    static IntStream indices(int[] positions, int size) {
        return Arrays.stream(positions)
                .map(position -> position > 0 ? position - 1 : size + position)
                .filter(index -> index >= 0 && index < size)
                .sorted()
                .distinct();
    }

    @Override
    public int size() {
        return seconds.length;
    }

    @Override
    public int at(int index) {
        return seconds[index];
    }

    @Override
    public int countBefore(int second) {
        int index = Arrays.binarySearch(seconds, second);
        return index < 0 ? -index - 1 : index;
    }
}
