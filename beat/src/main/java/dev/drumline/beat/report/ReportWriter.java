// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drumline.beat.Beat;
import dev.drumline.broker.message.Json;
import dev.drumline.broker.status.BeatReport;
import java.time.Duration;
import java.time.Instant;

/** Writes what a beat tells of itself, anew once a second. */
public final class ReportWriter {

    private static final Duration KEEP = Duration.ofSeconds(1);

    private final Instant startTime;
    private final Beat beat;
    private final FiringStatistics statistics;
    private volatile BeatReport report;
    private String text;
    private long writtenNanos;

    public ReportWriter(Instant startTime, Beat beat, FiringStatistics statistics) {
        this.startTime = startTime;
        this.beat = beat;
        this.statistics = statistics;
    }

    /** @param nanos the local monotonic clock; called on the beat's thread */
    public String at(long nanos) {
        if (text == null || nanos - writtenNanos > KEEP.toNanos()) {
            text = write();
            writtenNanos = nanos;
        }
        return text;
    }

    /** What was last told, from any thread; null before the first time. */
    public BeatReport last() {
        return report;
    }

    private String write() {
        report = new BeatReport(
                startTime.toString(),
                beat.partitionsHeld(),
                beat.schedules(),
                statistics.firedCount(),
                statistics.missedCounts(),
                beat.queues(),
                statistics.encodedLateness());
        try {
            return Json.MAPPER.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can always be written", e);
        }
    }
}
