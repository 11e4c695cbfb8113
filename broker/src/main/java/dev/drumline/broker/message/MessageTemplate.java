// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.broker.Keys;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A task's message in Celery's protocol 2 on the Redis transport, written once but for what differs from one occurrence
 * to the next: the id, the due time, the time of queueing and the expiry.
 *
 * <p>The message is written with a token in each such place and cut there; {@link #message} joins the pieces again.
 * Envelope, headers and body as celery/app/amqp.py ({@code as_task_v2}) and kombu/transport/virtual/base.py have them.
 */
public final class MessageTemplate {

    // Random, so that no argument or header can hold it.
    private static final String SECRET = UUID.randomUUID().toString();

    private final TaskIds ids;
    private final Delivery delivery;
    private final List<Piece> pieces;

    private MessageTemplate(TaskIds ids, Delivery delivery, List<Piece> pieces) {
        this.ids = ids;
        this.delivery = delivery;
        this.pieces = pieces;
    }

    private sealed interface Piece permits Fixed, Varying {}

    private record Fixed(byte[] bytes) implements Piece {}

    private enum Varying implements Piece {
        TASK_ID,
        DUE_TIME,
        ENQUEUED_TIME,
        EXPIRY;

        final String token = SECRET + name();

        static Varying startingAt(String text, int index) {
            return Stream.of(values())
                    .filter(varying -> text.startsWith(varying.token, index))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * @param entryId the entry whose occurrences these messages are; the header {@code periodic_task_name}
     * @param origin who sends, such as {@code beat@host}
     */
    public static MessageTemplate of(String entryId, TaskCall call, Delivery delivery, String origin) {
        String text = envelope(entryId, call, delivery, origin);
        return new MessageTemplate(TaskIds.ofEntry(entryId), delivery, cut(text));
    }

    /** The list onto which the messages go. */
    public String list() {
        return Keys.queueList(delivery.queue(), delivery.priorityOrDefault());
    }

    /** Which of the queue's lists that is, 0 to 3. */
    public int step() {
        return Keys.priorityStep(delivery.priorityOrDefault());
    }

    public String queue() {
        return delivery.queue();
    }

    public String taskId(long dueMillis) {
        return ids.at(dueMillis);
    }

    /**
     * The message of one occurrence.
     *
     * @param enqueuedMillis the time, by Redis' clock, at which it is about to be queued
     */
    public byte[] message(long dueMillis, long enqueuedMillis) {
        byte[] id = ids.at(dueMillis).getBytes(UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream(1536);
        for (Piece piece : pieces) {
            message.writeBytes(
                    switch (piece) {
                        case Fixed(byte[] bytes) -> bytes;
                        case Varying.TASK_ID -> id;
                        case Varying.DUE_TIME -> Long.toString(dueMillis).getBytes(UTF_8);
                        case Varying.ENQUEUED_TIME ->
                            Long.toString(enqueuedMillis).getBytes(UTF_8);
                        case Varying.EXPIRY -> expiry(dueMillis).getBytes(UTF_8);
                    });
        }
        return message.toByteArray();
    }

    private String expiry(long dueMillis) {
        return Instant.ofEpochMilli(dueMillis)
                .plusSeconds(delivery.expiresSeconds())
                .toString();
    }

    private static String envelope(String entryId, TaskCall call, Delivery delivery, String origin) {
        ObjectNode envelope = Json.object();
        envelope.put("body", body(call));
        envelope.put("content-encoding", "utf-8");
        envelope.put("content-type", "application/json");
        envelope.set("headers", headers(entryId, call, delivery, origin));
        envelope.set("properties", properties(delivery));
        return unquoted(unquoted(write(envelope), Varying.DUE_TIME), Varying.ENQUEUED_TIME);
    }

    private static String unquoted(String text, Varying number) {
        return text.replace('"' + number.token + '"', number.token);
    }

    private static String body(TaskCall call) {
        ObjectNode embed = Json.object();
        embed.putNull("callbacks").putNull("errbacks").putNull("chain").putNull("chord");
        JsonNode body = Json.array().add(call.args()).add(call.kwargs()).add(embed);
        return Base64.getEncoder().encodeToString(write(body).getBytes(UTF_8));
    }

    private static ObjectNode headers(String entryId, TaskCall call, Delivery delivery, String origin) {
        ObjectNode headers = Json.object();
        headers.put("lang", "java").put("task", call.task()).put("id", Varying.TASK_ID.token);
        headers.putNull("shadow").putNull("eta");
        headers.put("expires", delivery.expiresSeconds() == null ? null : Varying.EXPIRY.token);
        headers.putNull("group").putNull("group_index").put("retries", 0);
        headers.set("timelimit", timeLimits(delivery));
        headers.put("root_id", Varying.TASK_ID.token).putNull("parent_id");
        headers.put("argsrepr", PythonRepr.ofArgs(call.args()));
        headers.put("kwargsrepr", PythonRepr.ofKwargs(call.kwargs()));
        headers.put("origin", origin).put("ignore_result", delivery.ignoreResult());
        headers.put("replaced_task_nesting", 0).putNull("stamped_headers");
        headers.putObject("stamps");
        headers.put("periodic_task_name", entryId);
        headers.put("drumline_due", Varying.DUE_TIME.token).put("drumline_enqueued", Varying.ENQUEUED_TIME.token);
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
                .put("correlation_id", Varying.TASK_ID.token)
                .put("reply_to", "")
                .put("delivery_mode", 2);
        properties.putObject("delivery_info").put("exchange", "").put("routing_key", delivery.queue());
        properties.put("priority", delivery.priorityOrDefault());
        properties.put("body_encoding", "base64").put("delivery_tag", Varying.TASK_ID.token);
        return properties;
    }

    private static String write(JsonNode node) {
        try {
            return Json.MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    private static List<Piece> cut(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(SECRET); at >= 0; at = text.indexOf(SECRET, from)) {
            Varying varying = Varying.startingAt(text, at);
            pieces.add(new Fixed(text.substring(from, at).getBytes(UTF_8)));
            pieces.add(varying);
            from = at + varying.token.length();
        }
        pieces.add(new Fixed(text.substring(from).getBytes(UTF_8)));
        return List.copyOf(pieces);
    }
}
