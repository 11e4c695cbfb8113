// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.beats;

import dev.drumline.bench.process.Checkout;
import dev.drumline.bench.process.RedisServer;
import dev.drumline.bench.process.Running;
import dev.drumline.bench.process.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The beats of a run. */
record Beats(Instant startTime, List<Running> programs) implements AutoCloseable {

    static Beats start(Settings settings, Checkout checkout, RedisServer redis, Path scratch) throws IOException {
        Instant startTime = Instant.now();
        List<Running> started = new ArrayList<>();
        for (int beat = 0; beat < settings.beats(); beat++) {
            started.add(checkout.startBeat("beat-" + beat, redis.url(), scratch, settings.options()));
        }
        return new Beats(startTime, started);
    }

    boolean areAlive() {
        return programs.stream().allMatch(Running::isAlive);
    }

    Usage usage() {
        return programs.stream().map(Running::usage).reduce(Usage.NONE, Usage::and);
    }

    /** What the first of them has printed. */
    String output() throws IOException {
        return programs.getFirst().output();
    }

    @Override
    public void close() {
        programs.forEach(Running::close);
    }
}
