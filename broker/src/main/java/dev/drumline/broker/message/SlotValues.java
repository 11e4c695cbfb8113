// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import io.netty.buffer.ByteBuf;

/** The values of all slots of one message, as they stand in JSON. */
record SlotValues(
        EntryValues entry, byte[] entryId, byte[] taskId, byte[] dueTime, byte[] enqueuedTime, byte[] expiry) {

    int length(Slot slot) {
        return switch (slot) {
            case TASK_ID -> taskId.length;
            case DUE_TIME -> dueTime.length;
            case ENQUEUED_TIME -> enqueuedTime.length;
            case EXPIRY -> expiry.length;
            case ENTRY_ID -> entryId.length;
            case BODY, ARGS_REPR, KWARGS_REPR -> entry.end(slot) - entry.begin(slot);
        };
    }

    void write(Slot slot, ByteBuf to) {
        switch (slot) {
            case TASK_ID -> to.writeBytes(taskId);
            case DUE_TIME -> to.writeBytes(dueTime);
            case ENQUEUED_TIME -> to.writeBytes(enqueuedTime);
            case EXPIRY -> to.writeBytes(expiry);
            case ENTRY_ID -> to.writeBytes(entryId);
            case BODY, ARGS_REPR, KWARGS_REPR ->
                to.writeBytes(entry.bytes(), entry.begin(slot), entry.end(slot) - entry.begin(slot));
        }
    }
}
