// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How late messages were, altogether and by the second in which they came. No clock: time is told. */
public final class Lateness {

    private static final int DIGITS = 3;

    private final long fromMicros;
    private final Histogram all = new Histogram(DIGITS);
    private final Histogram second = new Histogram(DIGITS);
    private final List<Second> seconds = new ArrayList<>();

    /** @param at seconds since the beginning */
    public record Second(int at, long messages, double p50Ms, double p99Ms, double maxMs) {}

    public record Percentiles(double p50, double p99, double p999, double max) {}

    /** @param fromMicros since the epoch; the beginning */
    public Lateness(long fromMicros) {
        this.fromMicros = fromMicros;
    }

    public void record(long dueMillis, long nowMicros) {
        while (nowMicros >= fromMicros + (seconds.size() + 1) * 1_000_000L) {
            endSecond();
        }
        long late = Math.max(0, nowMicros - dueMillis * 1_000);
        all.recordValue(late);
        second.recordValue(late);
    }

    /** One that had not come by the end: it is at least so late. */
    public void recordMissing(long dueMillis, long endMicros) {
        all.recordValue(Math.max(0, endMicros - dueMillis * 1_000));
    }

    private void endSecond() {
        seconds.add(new Second(
                seconds.size(), second.getTotalCount(), millis(second, 50), millis(second, 99), millis(second, 100)));
        second.reset();
    }

    /** All of them, the last as far as it came. */
    public List<Second> seconds() {
        if (second.getTotalCount() > 0) {
            endSecond();
        }
        return List.copyOf(seconds);
    }

    public long messages() {
        return all.getTotalCount();
    }

    public Percentiles percentilesMs() {
        return new Percentiles(millis(all, 50), millis(all, 99), millis(all, 99.9), millis(all, 100));
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** Since the epoch. */
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
