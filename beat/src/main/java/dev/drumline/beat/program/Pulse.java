// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.program;

import dev.drumline.beat.Beat;
import dev.drumline.beat.report.ReportWriter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Whether the loop runs and Redis answers. */
@ApplicationScoped
class Pulse {

    private static final Duration LOOP_STANDS = Duration.ofSeconds(10);
    private static final Duration REDIS_IS_SILENT = Duration.ofSeconds(3);
    private static final Duration REDIS_IS_LOST = Duration.ofMinutes(2);

    private volatile long turnedNanos = System.nanoTime();
    private volatile long answeredNanos;
    private volatile boolean answered;
    private volatile Beat beat;

    void turned() {
        turnedNanos = System.nanoTime();
        if (beat != null && beat.answeredNanos() != 0) {
            answeredNanos = beat.answeredNanos();
            answered = true;
        }
    }

    void watch(MeterRegistry registry, Beat watched, ReportWriter report) {
        beat = watched;
        Gauge.builder(
                        "drumline.partitions.held",
                        report,
                        last -> last.last() == null ? 0 : last.last().partitions())
                .description("Partitions that this beat holds")
                .register(registry);
        Gauge.builder(
                        "drumline.schedules",
                        report,
                        last -> last.last() == null ? 0 : last.last().schedules())
                .description("Schedule entries of the partitions that this beat holds")
                .register(registry);
    }

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> response(
                "beat",
                younger(turnedNanos, LOOP_STANDS)
                        // A connection that hangs for ever is best begun anew; while Redis is away, a restart does no
                        // harm.
                        && (!answered || younger(answeredNanos, REDIS_IS_LOST)));
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> response("redis", answered && younger(answeredNanos, REDIS_IS_SILENT));
    }

    private static boolean younger(long nanos, Duration age) {
        return System.nanoTime() - nanos < age.toNanos();
    }

    private static HealthCheckResponse response(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}
