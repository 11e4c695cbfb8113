// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A task's message as it was read: what is to be run, and all that travelled with it.
 *
 * @param headers Celery's headers and the user's, as they came
 * @param properties Kombu's properties, as they came
 * @param embed callbacks, errbacks, chain and chord; empty when there was none
 */
public record TaskMessage(TaskCall call, ObjectNode headers, ObjectNode properties, ObjectNode embed) {

    public String id() {
        return headers.path("id").asText();
    }

    public String task() {
        return call.task();
    }

    public ArrayNode args() {
        return call.args();
    }

    public ObjectNode kwargs() {
        return call.kwargs();
    }

    /** How often the task was retried before. */
    public int retries() {
        return headers.path("retries").asInt(0);
    }

    /** The header's text, where it is there and not null. */
    public Optional<String> header(String name) {
        JsonNode header = headers.path(name);
        return header.isMissingNode() || header.isNull() ? Optional.empty() : Optional.of(header.asText());
    }

    /** The schedule entry that waits for the end of this task before its next occurrence is queued, or revokes it then. */
    public Optional<String> waitingEntry() {
        return header(Envelope.CONCURRENCY).flatMap(concurrency -> header(Envelope.ENTRY));
    }
}
