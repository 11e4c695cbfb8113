// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.report;

import dev.drumline.beat.firing.FiringListener;
import dev.drumline.broker.schedule.MissReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** What was fired and missed since this beat began, as metrics and for its report. */
public final class FiringStatistics implements FiringListener {

    private final Counter fired;
    private final Timer lateness;
    private final Map<MissReason, Counter> missed = new EnumMap<>(MissReason.class);
    private final RecentLateness recent;
    private final LongSupplier nanoTime;

    /** @param nanoTime the local monotonic clock */
    public FiringStatistics(MeterRegistry registry, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.recent = new RecentLateness(nanoTime.getAsLong());
        fired = Counter.builder("drumline.fired")
                .description("Occurrences put onto their queues")
                .register(registry);
        lateness = Timer.builder("drumline.fire.lateness")
                .description("Time on Redis when an occurrence was fired, minus its due time")
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(3),
                        Duration.ofMillis(10),
                        Duration.ofMillis(30),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30))
                .register(registry);
        for (MissReason reason : MissReason.values()) {
            missed.put(
                    reason,
                    Counter.builder("drumline.missed")
                            .description("Occurrences that were let go, by reason")
                            .tag("reason", reason.label())
                            .register(registry));
        }
    }

    @Override
    public void fired(String entryId, long latenessMicros) {
        fired.increment();
        lateness.record(latenessMicros, TimeUnit.MICROSECONDS);
        recent.record(latenessMicros, nanoTime.getAsLong());
    }

    @Override
    public void missed(String entryId, MissReason reason) {
        missed.get(reason).increment();
    }

    long firedCount() {
        return (long) fired.count();
    }

    Map<String, Long> missedCounts() {
        return missed.entrySet().stream()
                .filter(reason -> reason.getValue().count() > 0)
                .collect(Collectors.toMap(reason -> reason.getKey().label(), reason ->
                        (long) reason.getValue().count()));
    }

    String encodedLateness() {
        return recent.at(nanoTime.getAsLong()).encode();
    }
}
