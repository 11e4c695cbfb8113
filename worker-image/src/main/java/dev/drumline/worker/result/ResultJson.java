// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Celery's stored results (celery/backends/base.py, _get_result_meta), the status first. */
final class ResultJson {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private ResultJson() {}

    /** @throws UnwritableResultException if the task's own value can't be written */
    static Optional<byte[]> of(String taskId, Ending ending, Instant now) {
        return switch (ending) {
            case Ending.Succeeded done -> Optional.of(write(meta("SUCCESS", done.value(), null, now, taskId)));
            case Ending.Failed failed -> Optional.of(failure("FAILURE", failed.failure(), now, taskId));
            case Ending.Refused refused -> Optional.of(failure("FAILURE", refused.failure(), now, taskId));
            case Ending.TimedOut late -> Optional.of(failure("FAILURE", timeLimit(late), now, taskId));
            case Ending.Retried again -> Optional.of(failure("RETRY", again.reason(), null, taskId));
            case Ending.Expired over -> Optional.of(revoked("expired", now, taskId));
            case Ending.Revoked revoked -> Optional.of(revoked(revoked.when(), now, taskId));
            case Ending.Postponed later -> Optional.empty();
        };
    }

    private static byte[] revoked(String why, Instant now, String taskId) {
        return failure("REVOKED", Failure.ofCelery("TaskRevokedError", why), now, taskId);
    }

    private static Failure timeLimit(Ending.TimedOut late) {
        String seconds = String.valueOf(late.limit().toMillis() / 1000.0);
        return Failure.ofCelery("TimeLimitExceeded", seconds);
    }

    private static byte[] failure(String status, Failure failure, Instant dateDone, String taskId) {
        ObjectNode result = Json.object().put("exc_type", failure.type());
        failure.message().forEach(result.putArray("exc_message")::add);
        result.put("exc_module", failure.module());
        return write(meta(status, result, failure.traceback(), dateDone, taskId));
    }

    private static ObjectNode meta(String status, JsonNode result, String traceback, Instant dateDone, String taskId) {
        ObjectNode meta = Json.object().put("status", status);
        meta.set("result", result == null ? NullNode.instance : result);
        meta.put("traceback", traceback);
        meta.putArray("children");
        meta.put("date_done", dateDone == null ? null : ISO.format(dateDone));
        return meta.put("task_id", taskId);
    }

    private static byte[] write(ObjectNode meta) {
        try {
            return Json.MAPPER.writeValueAsBytes(meta);
        } catch (JsonProcessingException e) {
            throw new UnwritableResultException(e);
        }
    }
}
