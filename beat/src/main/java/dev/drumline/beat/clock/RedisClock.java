// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.clock;

/**
 * Redis' clock as it can be known here: never ahead of the real one, and behind it by no more than an answer's way back.
 *
 * <p>Redis stamps each answer before it travels, so stamp minus arrival is at most the true difference of the two
 * clocks. The largest of the last samples is the tightest bound. Worked: stamps 5,000 µs and 7,300 µs arrive at local
 * 1,000 µs and 3,000 µs: the differences are 4,000 µs and 4,300 µs, the second came faster, and at local 4,000 µs it is
 * at least 8,300 µs there.
 *
 * <p>It stamps the answer after the question was sent, so stamp minus sending is at least the true difference. Where an older
 * sample says more than that, Redis' clock was set back, or is another's, or this one runs faster: the older ones are forgotten.
 * Worked: a question sent at 5,000 µs is stamped 8,000 µs: the difference is at most 3,000 µs, whatever was seen before.
 */
public final class RedisClock {

    private static final int SAMPLES = 32;

    private final long[] offsetMicros = new long[SAMPLES];
    private int count;
    private long largestMicros;

    /** @param stampMicros when Redis answered, by its own clock, since the epoch */
    public void observe(long stampMicros, Arrived<?> answer) {
        if (count > 0 && largestMicros > stampMicros - Math.floorDiv(answer.sentNanos(), 1_000)) {
            count = 0;
        }
        offsetMicros[count % SAMPLES] = stampMicros - Math.ceilDiv(answer.nanos(), 1_000);
        count++;
        largestMicros = largest();
    }

    private long largest() {
        long largest = offsetMicros[0];
        for (int i = 1; i < Math.min(count, SAMPLES); i++) {
            largest = Math.max(largest, offsetMicros[i]);
        }
        return largest;
    }

    public boolean isKnown() {
        return count > 0;
    }

    /** Milliseconds since the epoch by Redis' clock, at this instant of the local monotonic clock. */
    public long millisAt(long nanos) {
        if (count == 0) {
            throw new IllegalStateException("no answer of Redis yet");
        }
        return Math.floorDiv(largestMicros + Math.floorDiv(nanos, 1_000), 1_000);
    }
}
