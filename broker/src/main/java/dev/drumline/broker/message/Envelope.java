// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A task's message in Celery's protocol 2 on the Redis transport, with a token in each {@link Slot}. Envelope and headers as
 * celery/app/amqp.py ({@code as_task_v2}) and kombu/transport/virtual/base.py have them.
 */
final class Envelope {

    /** Says that a worker must tell when the task has ended; only where that is asked. */
    static final String CONCURRENCY = "drumline_concurrency";

    /** The schedule entry that a task is an occurrence of, as django-celery-beat names it. */
    static final String ENTRY = "periodic_task_name";

    private Envelope() {}

    static String text(String task, Delivery delivery, String origin) {
        ObjectNode envelope = Json.object();
        envelope.put("body", Slot.BODY.token());
        envelope.put("content-encoding", "utf-8");
        envelope.put("content-type", "application/json");
        envelope.set("headers", headers(task, delivery, origin));
        envelope.set("properties", properties(delivery));
        return unquoted(unquoted(Json.write(envelope), Slot.DUE_TIME), Slot.ENQUEUED_TIME);
    }

    private static String unquoted(String text, Slot number) {
        return text.replace('"' + number.token() + '"', number.token());
    }

    private static ObjectNode headers(String task, Delivery delivery, String origin) {
        ObjectNode headers = Json.object();
        headers.put("lang", "java").put("task", task).put("id", Slot.TASK_ID.token());
        headers.putNull("shadow").putNull("eta");
        headers.put("expires", delivery.expiresSeconds() == null ? null : Slot.EXPIRY.token());
        headers.putNull("group").putNull("group_index").put("retries", 0);
        headers.set("timelimit", timeLimits(delivery));
        headers.put("root_id", Slot.TASK_ID.token()).putNull("parent_id");
        headers.put("argsrepr", Slot.ARGS_REPR.token()).put("kwargsrepr", Slot.KWARGS_REPR.token());
        headers.put("origin", origin).put("ignore_result", delivery.ignoreResult());
        headers.put("replaced_task_nesting", 0).putNull("stamped_headers");
        headers.putObject("stamps");
        headers.put(ENTRY, Slot.ENTRY_ID.token());
        headers.put("drumline_due", Slot.DUE_TIME.token()).put("drumline_enqueued", Slot.ENQUEUED_TIME.token());
        if (delivery.concurrency() != null) {
            headers.put(CONCURRENCY, delivery.concurrency().label());
        }
        if (delivery.headers() != null) {
            delivery.headers().properties().forEach(header -> {
                if (!headers.has(header.getKey())) {
                    headers.set(header.getKey(), header.getValue());
                }
            });
        }
        return headers;
    }

    private static JsonNode timeLimits(Delivery delivery) {
        Delivery.TimeLimits limits = delivery.timeLimits();
        return limits == null
                ? Json.array().addNull().addNull()
                : Json.array().add(limits.hardSeconds()).add(limits.softSeconds());
    }

    private static ObjectNode properties(Delivery delivery) {
        ObjectNode properties = Json.object();
        properties
                .put("correlation_id", Slot.TASK_ID.token())
                .put("reply_to", "")
                .put("delivery_mode", 2);
        properties.putObject("delivery_info").put("exchange", "").put("routing_key", delivery.queue());
        properties.put("priority", delivery.priorityOrDefault());
        properties.put("body_encoding", "base64").put("delivery_tag", Slot.TASK_ID.token());
        return properties;
    }
}
