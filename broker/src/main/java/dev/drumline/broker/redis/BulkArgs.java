// SPDX-License-Identifier: Apache-2.0
package dev.drumline.broker.redis;

import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** Arguments of which the last ones write themselves straight into the connection's buffer. */
final class BulkArgs extends CommandArgs<String, byte[]> {

    private final List<Bulk> bulks;

    BulkArgs(RedisCodec<String, byte[]> codec, List<Bulk> bulks) {
        super(codec);
        this.bulks = bulks;
    }

    @Override
    public int count() {
        return super.count() + bulks.size();
    }

    @Override
    public void encode(ByteBuf buffer) {
        super.encode(buffer);
        for (Bulk bulk : bulks) {
            bulk.encode(buffer);
        }
    }
}
