// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import java.nio.ByteBuffer;

/** Looks into messages as they come, one after the other. */
public interface Reader {

    /** For messages of which only the number counts. */
    Reader NONE = (message, nowMicros) -> {};

    /**
     * @param message valid during this call only
     * @param nowMicros since the epoch, when it had been popped
     */
    void read(ByteBuffer message, long nowMicros);

    static Reader into(Ledger ledger) {
        MessageFields fields = new MessageFields();
        return (message, nowMicros) -> {
            fields.read(message);
            ledger.arrived(fields.entry(), fields.dueMillis(), nowMicros);
        };
    }
}
