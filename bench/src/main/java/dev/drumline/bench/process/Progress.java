// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.process;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Tells now and then that long work goes on. */
public final class Progress {

    private static final Duration EACH = Duration.ofSeconds(10);

    private Progress() {}

    /** Waits, and tells what there is to tell. */
    public static void sleep(Duration duration, PrintWriter to, Supplier<String> news) throws InterruptedException {
        Instant end = Instant.now().plus(duration);
        for (Duration left = duration; left.isPositive(); left = Duration.between(Instant.now(), end)) {
            Thread.sleep(left.compareTo(EACH) < 0 ? left : EACH);
            to.printf(
                    "  %,d s left: %s%n",
                    Math.max(0, Duration.between(Instant.now(), end).toSeconds()), news.get());
            to.flush();
        }
    }
}
