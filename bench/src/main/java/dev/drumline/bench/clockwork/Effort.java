// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.clockwork;

import java.time.Duration;
import java.util.List;

/**
 * How long each figure is measured.
 *
 * @param forks JVMs, one after the other; 0 measures in this one, which is for tests of the bench alone
 * @param iterations measured ones, of which the median counts
 * @param sizes entries in the due structure
 */
record Effort(int forks, int warmups, int iterations, Duration iteration, List<Integer> sizes) {

    private static final List<Integer> SIZES = List.of(150_000, 1_500_000, 15_000_000);

    static final Effort FULL = new Effort(2, 3, 5, Duration.ofMillis(500), SIZES);
    static final Effort QUICK = new Effort(1, 1, 3, Duration.ofMillis(300), SIZES);
}
