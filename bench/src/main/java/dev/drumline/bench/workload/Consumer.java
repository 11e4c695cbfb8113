// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.workload;

import dev.drumline.broker.redis.RedisLink;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** Takes whatever is on a list, and looks each millisecond. */
public final class Consumer implements AutoCloseable {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final int AT_ONCE = 2_000;
    private static final Duration LOOK = Duration.ofMillis(1);

    private final RedisLink link;
    private final String list;
    private final Reader reader;
    private final Thread thread;
    private volatile boolean ending;
    private volatile Exception fault;

    /** @param link closed with it */
    public Consumer(RedisLink link, String list, Reader reader) {
        this.link = link;
        this.list = list;
        this.reader = reader;
        this.thread = Thread.ofPlatform().name("consumer").start(this::consume);
    }

    private void consume() {
        try {
            // What is there when it is told to end is taken too.
            boolean last;
            do {
                last = ending;
                while (pop() == AT_ONCE) {}
                LockSupport.parkNanos(LOOK.toNanos());
            } while (!last);
        } catch (ExecutionException | InterruptedException e) {
            fault = e;
        }
    }

    private int pop() throws ExecutionException, InterruptedException {
        CommandArgs<String, byte[]> arguments =
                new CommandArgs<>(CODEC).addKey(list).add(AT_ONCE);
        return link.commands()
                .dispatch(CommandType.RPOP, new Arrivals(CODEC, reader), arguments)
                .get();
    }

    /** Takes what is left; nothing is read afterwards. */
    @Override
    public void close() {
        if (ending) {
            return;
        }
        ending = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
        if (fault != null) {
            throw new IllegalStateException("the consumer could not go on", fault);
        }
    }
}
