// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.partition;

import java.util.stream.LongStream;

/** Pearson's test of counts against equal expectations. */
public final class ChiSquare {
    private ChiSquare() {}

    public static double of(long[] counts) {
        double expected = (double) LongStream.of(counts).sum() / counts.length;
        return LongStream.of(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }

    /** What chance exceeds about once in 1,000 times (Wilson and Hilferty's approximation). */
    public static double bound(int cells) {
        double k = cells - 1;
        double spread = 2 / (9 * k);
        return k * Math.pow(1 - spread + 3.09 * Math.sqrt(spread), 3);
    }
}
