// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import dev.drumline.worker.result.Outcome;
import java.util.Map;

/**
 * What {@code worker:<name>} holds: pool, queues, concurrency, hostname, startedAt, busy, processed, succeeded, failed,
 * and per task ok, failed and lastTime. Times are ISO-8601.
 */
public final class WorkerReport {

    private final WorkerCard card;
    private final Tally tally;

    public WorkerReport(WorkerCard card, Tally tally) {
        this.card = card;
        this.tally = tally;
    }

    public byte[] json(int busy, boolean draining) {
        ObjectNode report = Json.object().put("pool", card.pool());
        card.queues().forEach(report.putArray("queues")::add);
        report.put("concurrency", card.concurrency());
        report.put("hostname", card.hostname());
        report.put("startedAt", card.startedAt().toString());
        report.put("busy", busy);
        report.put("draining", draining);
        long succeeded = 0;
        long failed = 0;
        ObjectNode tasks = Json.object();
        for (Map.Entry<String, Tally.OfTask> entry : tally.tasks().entrySet()) {
            Tally.OfTask task = entry.getValue();
            succeeded += task.count(Outcome.SUCCEEDED);
            failed += task.count(Outcome.FAILED);
            tasks.putObject(entry.getKey())
                    .put("ok", task.count(Outcome.SUCCEEDED))
                    .put("failed", task.count(Outcome.FAILED))
                    .put("lastTime", task.lastTime().toString());
        }
        report.put("processed", succeeded + failed).put("succeeded", succeeded).put("failed", failed);
        report.set("tasks", tasks);
        return report.toString().getBytes(UTF_8);
    }
}
