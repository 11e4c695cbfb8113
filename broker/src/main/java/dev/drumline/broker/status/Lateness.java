// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.status;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * How late occurrences were fired: the time on Redis when they were, minus their due time. Kept as a histogram to two
 * digits, so that those of several beats can be added.
 */
public final class Lateness {

    private static final long LONGEST_MICROS = 24L * 3600 * 1_000_000;
    private static final int DIGITS = 2;

    private final Histogram micros = new Histogram(1, LONGEST_MICROS, DIGITS);

    public void record(long latenessMicros) {
        micros.recordValue(Math.clamp(latenessMicros, 0, LONGEST_MICROS));
    }

    public void add(Lateness other) {
        micros.add(other.micros);
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** @param percent 0 to 100 */
    public double millisAt(double percent) {
        return micros.getValueAtPercentile(percent) / 1_000.0;
    }

    /** Compressed and in base64, as it travels in a report. */
    public String encode() {
        ByteBuffer buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    /** @throws IllegalArgumentException when the text is no such histogram */
    public static Lateness decode(String text) {
        try {
            Lateness lateness = new Lateness();
            lateness.micros.add(Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0));
            return lateness;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not a histogram", e);
        }
    }
}
