// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.drumline.broker.Keys;
import dev.drumline.broker.redis.Bulk;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;

/**
 * An entry's message, made ready but for what differs from one occurrence to the next: the id, the due time, the time of
 * queueing and the expiry.
 */
public final class MessageTemplate {

    private static final byte[] NONE = {};

    private final MessageShape shape;
    private final String entryId;
    private final EntryValues values;
    // The two longs of its TaskIds, which is an object less for each of millions of entries.
    private final long idHigh;
    private final long idLow;

    MessageTemplate(MessageShape shape, String entryId, TaskCall call) {
        this.shape = shape;
        this.entryId = entryId;
        this.values = EntryValues.of(call);
        TaskIds ids = TaskIds.ofEntry(entryId);
        this.idHigh = ids.high();
        this.idLow = ids.low();
    }

    /**
     * A template that shares nothing; see {@link MessageTemplates} for many.
     *
     * @param entryId the entry whose occurrences these messages are; the header {@code periodic_task_name}
     * @param origin who sends, such as {@code beat@host}
     */
    public static MessageTemplate of(String entryId, TaskCall call, Delivery delivery, String origin) {
        return new MessageTemplate(MessageShape.of(call.task(), delivery, origin), entryId, call);
    }

    public String entryId() {
        return entryId;
    }

    public Delivery delivery() {
        return shape.delivery();
    }

    /** The list onto which the messages go. */
    public String list() {
        return shape.list();
    }

    /** Which of the queue's lists that is, 0 to 3. */
    public int step() {
        return Keys.priorityStep(shape.delivery().priorityOrDefault());
    }

    public String queue() {
        return shape.delivery().queue();
    }

    public String taskId(long dueMillis) {
        return new TaskIds(idHigh, idLow).at(dueMillis);
    }

    /**
     * The message of one occurrence.
     *
     * @param enqueuedMillis the time, by Redis' clock, at which it is about to be queued
     */
    public byte[] message(long dueMillis, long enqueuedMillis) {
        return bytes(values(taskId(dueMillis), dueMillis, enqueuedMillis, dueMillis));
    }

    /** As {@link #message}, of an occurrence outside the rule: under this id, and its expiry counts from its queueing. */
    public byte[] single(String taskId, long dueMillis, long enqueuedMillis) {
        return bytes(values(taskId, dueMillis, enqueuedMillis, enqueuedMillis));
    }

    private byte[] bytes(SlotValues all) {
        byte[] message = new byte[shape.length(all)];
        ByteBuf buffer = Unpooled.wrappedBuffer(message).clear();
        shape.write(all, buffer);
        return message;
    }

    /** As {@link #message}, written to a buffer as a string of Redis' protocol, with its length before it. */
    void encode(long dueMillis, long enqueuedMillis, ByteBuf to) {
        SlotValues all = values(taskId(dueMillis), dueMillis, enqueuedMillis, dueMillis);
        Bulk.encodeLength(shape.length(all), to);
        shape.write(all, to);
        Bulk.encodeEnd(to);
    }

    private SlotValues values(String taskId, long dueMillis, long enqueuedMillis, long expiresFromMillis) {
        Long expires = shape.delivery().expiresSeconds();
        return new SlotValues(
                values,
                Json.escaped(entryId),
                taskId.getBytes(US_ASCII),
                Long.toString(dueMillis).getBytes(US_ASCII),
                Long.toString(enqueuedMillis).getBytes(US_ASCII),
                expires == null ? NONE : expiry(expiresFromMillis + expires * 1000));
    }

    private static byte[] expiry(long millis) {
        return Instant.ofEpochMilli(millis).toString().getBytes(US_ASCII);
    }
}
