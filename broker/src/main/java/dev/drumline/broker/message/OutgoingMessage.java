// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.message;

import dev.drumline.broker.redis.Bulk;
import io.netty.buffer.ByteBuf;

/**
 * One occurrence's message, not yet written out.
 *
 * @param enqueuedMillis the time, by Redis' clock, at which it is about to be queued
 */
public record OutgoingMessage(MessageTemplate template, long dueMillis, long enqueuedMillis) implements Bulk {

    @Override
    public void encode(ByteBuf to) {
        template.encode(dueMillis, enqueuedMillis, to);
    }

    @Override
    public byte[] bytes() {
        return template.message(dueMillis, enqueuedMillis);
    }
}
