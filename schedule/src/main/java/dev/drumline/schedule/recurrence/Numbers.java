// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.recurrence;

/** Signed lists of a rule as bits. */
final class Numbers {
    private Numbers() {}

    /** Bit n for each n of 0 to 63. */
    static long positiveBits(int[] numbers) {
        long bits = 0;
        for (int number : numbers) {
            bits |= number >= 0 ? 1L << number : 0;
        }
        return bits;
    }

    /** Bit n for each -n of -63 to -1. */
    static long negativeBits(int[] numbers) {
        long bits = 0;
        for (int number : numbers) {
            bits |= number < 0 ? 1L << -number : 0;
        }
        return bits;
    }
}
