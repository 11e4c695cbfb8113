// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.clock;

import java.util.Arrays;

/**
 * Redis' clock as it can be known here: never ahead of the real one, and behind it by no more than an answer's way back.
 *
 * <p>Redis stamps each answer before it travels, so stamp minus arrival is at most the true difference of the two
 * clocks. The largest of the last samples is the tightest bound. Worked: stamps 5,000 µs and 7,300 µs arrive at local
 * 1,000 µs and 3,000 µs: the differences are 4,000 µs and 4,300 µs, the second came faster, and at local 4,000 µs it is
 * at least 8,300 µs there.
 */
public final class RedisClock {

    private static final int SAMPLES = 32;

    private final long[] offsetMicros = new long[SAMPLES];
    private int count;

    /**
     * @param redisMicros the answer's stamp, since the epoch
     * @param arrivalNanos when it arrived, by the local monotonic clock
     */
    public void observe(long redisMicros, long arrivalNanos) {
        offsetMicros[count % SAMPLES] = redisMicros - arrivalNanos / 1_000;
        count++;
    }

    /** Forgets all samples but this one: Redis' clock was set back, or it is another Redis. */
    public void restart(long redisMicros, long arrivalNanos) {
        count = 0;
        observe(redisMicros, arrivalNanos);
    }

    public boolean isKnown() {
        return count > 0;
    }

    /** Milliseconds since the epoch by Redis' clock, at this instant of the local monotonic clock. */
    public long millisAt(long nanos) {
        long offset = Arrays.stream(offsetMicros, 0, Math.min(count, SAMPLES))
                .max()
                .orElseThrow(() -> new IllegalStateException("no answer of Redis yet"));
        return (offset + nanos / 1_000) / 1_000;
    }
}
