// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import dev.drumline.broker.message.TaskMessage;
import dev.drumline.broker.work.Claimed;
import dev.drumline.worker.api.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A message that was claimed and could be read. */
public record Job(Claimed claimed, TaskMessage message) implements TaskContext {

    @Override
    public String id() {
        return message.id();
    }

    public String task() {
        return message.task();
    }

    @Override
    public int retries() {
        return message.retries();
    }

    @Override
    public int deliveries() {
        return claimed.deliveries();
    }

    @Override
    public Optional<Instant> dueTime() {
        long millis = message.headers().path("drumline_due").asLong(0);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    @Override
    public Optional<String> header(String name) {
        return message.header(name);
    }

    public boolean ignoresResult() {
        return message.headers().path("ignore_result").asBoolean(false);
    }

    /** Celery's order is [hard, soft] (celery/app/amqp.py), whatever its protocol page says. */
    public Optional<Duration> hardLimit() {
        return limit(0);
    }

    /** When the task is interrupted; it may then put itself in order. */
    public Optional<Duration> softLimit() {
        return limit(1);
    }

    private Optional<Duration> limit(int place) {
        double seconds = message.headers().path("timelimit").path(place).asDouble(0);
        return seconds > 0 ? Optional.of(Duration.ofNanos((long) (seconds * 1e9))) : Optional.empty();
    }
}
