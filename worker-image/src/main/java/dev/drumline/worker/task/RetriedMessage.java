// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.message.Json;
import java.io.IOException;
import java.time.Instant;

/** The same task once more: same id and body, one more retry, an eta and a tag of its own (celery/app/task.py, retry). */
public final class RetriedMessage {

    private RetriedMessage() {}

    public static byte[] of(Job job, Instant eta) {
        try {
            ObjectNode envelope =
                    (ObjectNode) Json.MAPPER.readTree(job.claimed().raw());
            int retries = job.retries() + 1;
            envelope.withObject("/headers").put("retries", retries).put("eta", eta.toString());
            envelope.withObject("/properties").put("delivery_tag", job.id() + "." + retries);
            return Json.MAPPER.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was read before", e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes can always be read", e);
        }
    }
}
