// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** The bounds of the configuration, as sentences. */
final class ConfigCheck {

    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,126}[A-Za-z0-9_])?");

    private ConfigCheck() {}

    /** @throws IllegalArgumentException with what is wrong and what would be right */
    static void check(WorkerConfig config) {
        range("DRUMLINE_CONCURRENCY", config.concurrency(), 1, 1000);
        range("DRUMLINE_MAX_DELIVERIES", config.maxDeliveries(), 1, 100);
        range("DRUMLINE_GRACE_PERIOD_SECONDS", config.gracePeriodSeconds(), 0, 86_400);
        range("DRUMLINE_PARTITIONS", config.partitions(), 1, 1024);
        range("DRUMLINE_RESULT_EXPIRES_SECONDS", config.resultExpiresSeconds(), 0, Integer.MAX_VALUE);
        config.taskTimeLimitSeconds()
                .ifPresent(limit -> range("DRUMLINE_TASK_TIME_LIMIT_SECONDS", limit, 1, Integer.MAX_VALUE));
        queues(config.queues());
    }

    private static void range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ", must be " + least + "-" + most);
        }
    }

    private static void queues(List<String> queues) {
        if (queues.isEmpty() || queues.size() > 64 || new HashSet<>(queues).size() < queues.size()) {
            throw new IllegalArgumentException("DRUMLINE_QUEUES: list 1 to 64 distinct names");
        }
        for (String queue : queues) {
            if (!QUEUE.matcher(queue).matches()) {
                throw new IllegalArgumentException("DRUMLINE_QUEUES: \"" + queue + "\" must match " + QUEUE);
            }
        }
    }
}
