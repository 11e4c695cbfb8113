// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat;

import dev.drumline.beat.firing.FiringListener;
import dev.drumline.beat.firing.Mailbox;
import dev.drumline.beat.lease.LeaseKeeper;
import dev.drumline.broker.Keys;
import dev.drumline.broker.partition.RedisFiringStore;
import dev.drumline.broker.redis.RedisLink;
import dev.drumline.broker.schedule.MissReason;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A beat on a thread of its own, with a connection of its own. */
final class RunningBeat implements AutoCloseable {

    final AtomicLong fired = new AtomicLong();
    final Map<String, MissReason> missed = new ConcurrentHashMap<>();
    volatile int held;

    private final String name;
    private final RedisLink link;
    private final RedisFiringStore store;
    private final Thread thread;
    private volatile boolean stopping;

    RunningBeat(String name, RedisLink link, int partitions) {
        this.name = name;
        this.link = link;
        this.store = new RedisFiringStore(link, new Keys(Keys.DEFAULT_PREFIX), partitions);
        this.thread = Thread.ofPlatform().name(name).start(() -> run(partitions));
    }

    private void run(int partitions) {
        Thread me = Thread.currentThread();
        Beat beat = new Beat(
                new LeaseKeeper.Identity(name, partitions),
                store,
                listener(),
                new Mailbox(() -> LockSupport.unpark(me)),
                System::nanoTime);
        while (!stopping) {
            long rest = beat.turn(() -> "{}");
            held = beat.partitionsHeld();
            LockSupport.parkNanos(rest);
        }
    }

    private FiringListener listener() {
        return new FiringListener() {
            @Override
            public void fired(String entryId, long latenessMicros) {
                fired.incrementAndGet();
            }

            @Override
            public void missed(String entryId, MissReason reason) {
                missed.put(entryId, reason);
            }
        };
    }

    /** Stops as a killed process does: no goodbye. */
    void die() throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join();
        link.close();
    }

    @Override
    public void close() throws Exception {
        if (thread.isAlive()) {
            stopping = true;
            LockSupport.unpark(thread);
            thread.join();
            store.leave(name).toCompletableFuture().get(5, TimeUnit.SECONDS);
            link.close();
        }
    }
}
