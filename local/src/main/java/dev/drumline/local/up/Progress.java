// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Lines that say what has been reached, each with the seconds since the beginning. */
final class Progress {

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long beganNanos;

    Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.beganNanos = nanoTime.getAsLong();
    }

    void reached(String what) {
        double seconds = (nanoTime.getAsLong() - beganNanos) / 1e9;
        say(String.format(Locale.ROOT, "%6.1f s  %s", seconds, what));
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
