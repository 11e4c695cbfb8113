// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.crds.taskbroker.TaskBrokerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Which steps of a broker's status are worth a write; the fired-through time alone moves all the time. */
final class BrokerStatusChange {
    static final Duration CHECKPOINT = Duration.ofSeconds(30);

    private BrokerStatusChange() {}

    static boolean matters(TaskBrokerStatus before, TaskBrokerStatus after) {
        return !withoutTime(before).equals(withoutTime(after))
                || isCheckpoint(before.firedThroughTime(), after.firedThroughTime());
    }

    private static boolean isCheckpoint(String before, String after) {
        if (before == null || after == null) {
            return !Objects.equals(before, after);
        }
        return Duration.between(Instant.parse(before), Instant.parse(after))
                        .abs()
                        .compareTo(CHECKPOINT)
                >= 0;
    }

    private static TaskBrokerStatus withoutTime(TaskBrokerStatus status) {
        return new TaskBrokerStatus(
                status.conditions(),
                status.observedGeneration(),
                status.beats(),
                status.selector(),
                status.partitionsHeld(),
                status.schedules(),
                null);
    }
}
