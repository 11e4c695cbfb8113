// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.time.Instant;

/** The answer to one pop: messages are read where they lie, and not copied. */
final class Arrivals extends CommandOutput<String, byte[], Integer> {

    private final Reader reader;
    private long nowMicros;

    Arrivals(RedisCodec<String, byte[]> codec, Reader reader) {
        super(codec, 0);
        this.reader = reader;
    }

    @Override
    public void set(ByteBuffer message) {
        if (message == null) {
            return;
        }
        if (output == 0) {
            // They were all popped before the first of them came here.
            nowMicros = Lateness.micros(Instant.now());
        }
        reader.read(message, nowMicros);
        output++;
    }

    @Override
    public void multi(int messages) {
        // Each of them is told by itself.
    }
}
