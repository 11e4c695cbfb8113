// SPDX-License-Identifier: Apache-2.0
package dev.drumline.cli.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.drumline.broker.status.BeatReport;
import dev.drumline.broker.status.BrokerStatus;
import dev.drumline.broker.status.LatenessMs;
import dev.drumline.broker.status.QueueStatus;
import dev.drumline.broker.status.WorkerReport;
import java.util.List;
import java.util.Map;

/** What {@code drumline status -o json} prints. */
record StatusDocument(
        @JsonUnwrapped Totals totals,
        LatenessMs latenessMs,
        List<QueueStatus> queues,
        Map<String, BeatReport> beatPods,
        Map<String, WorkerReport> workerPods,
        List<TaskLine> tasks) {

    /**
     * @param beats how many live; {@code beatPods} has what each tells
     * @param workers how many live; {@code workerPods} has what each tells
     * @param dashboard where a browser finds the same, or null
     */
    record Totals(
            long fired, long missed, long schedules, int partitionsHeld, int beats, int workers, String dashboard) {}

    static StatusDocument of(BrokerStatus status, List<TaskLine> tasks, String dashboard) {
        return new StatusDocument(
                new Totals(
                        status.fired(),
                        status.missed(),
                        status.schedules(),
                        status.partitionsHeld(),
                        status.beats().size(),
                        status.workers().size(),
                        dashboard),
                status.latenessMs(),
                status.queues(),
                status.beats(),
                status.workers(),
                tasks);
    }
}
