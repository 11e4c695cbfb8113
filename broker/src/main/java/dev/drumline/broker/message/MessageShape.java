// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drumline.broker.Keys;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/**
 * What the messages of all entries of one task and delivery have in common: the bytes around their {@link Slot}s. It is
 * written once and shared, so that an entry keeps little more than its own arguments.
 */
final class MessageShape {

    private final Delivery delivery;
    private final String list;
    private final byte[][] fixed;
    private final Slot[] slots;
    private final int fixedLength;

    private MessageShape(Delivery delivery, List<byte[]> fixed, List<Slot> slots) {
        this.delivery = delivery;
        this.list = Keys.queueList(delivery.queue(), delivery.priorityOrDefault());
        this.fixed = fixed.toArray(byte[][]::new);
        this.slots = slots.toArray(Slot[]::new);
        this.fixedLength = fixed.stream().mapToInt(piece -> piece.length).sum();
    }

    static MessageShape of(String task, Delivery delivery, String origin) {
        String text = Envelope.text(task, delivery, origin);
        List<byte[]> fixed = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        int from = 0;
        for (int at = Slot.indexOfNext(text, 0); at >= 0; at = Slot.indexOfNext(text, from)) {
            Slot slot = Slot.at(text, at);
            fixed.add(text.substring(from, at).getBytes(UTF_8));
            slots.add(slot);
            from = at + slot.token().length();
        }
        fixed.add(text.substring(from).getBytes(UTF_8));
        return new MessageShape(delivery, fixed, slots);
    }

    Delivery delivery() {
        return delivery;
    }

    /** The list onto which the messages go. */
    String list() {
        return list;
    }

    /** The length in bytes of a message with these values. */
    int length(SlotValues values) {
        int length = fixedLength;
        for (Slot slot : slots) {
            length += values.length(slot);
        }
        return length;
    }

    void write(SlotValues values, ByteBuf to) {
        for (int i = 0; i < slots.length; i++) {
            to.writeBytes(fixed[i]);
            values.write(slots[i], to);
        }
        to.writeBytes(fixed[slots.length]);
    }
}
