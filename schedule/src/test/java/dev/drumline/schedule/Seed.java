// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.util.Random;

/** The seed of a test's random numbers: another one each time, printed, unless {@code -Dseed=N} asks for that of an earlier run. */
public record Seed(long value) {

    public static Seed of(Class<?> test) {
        Seed seed = new Seed(Long.getLong("seed", System.nanoTime()));
        System.out.println(test.getSimpleName() + ": " + seed);
        return seed;
    }

    public Random random() {
        return new Random(value);
    }

    @Override
    public String toString() {
        return "seed " + value + ", repeat it with -Dseed=" + value;
    }
}
