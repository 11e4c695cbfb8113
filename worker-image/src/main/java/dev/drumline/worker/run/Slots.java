// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many tasks may run at once. One thread takes slots, all give them back. */
final class Slots {

    private final int all;
    private final Semaphore free;

    Slots(int all) {
        this.all = all;
        this.free = new Semaphore(all);
    }

    int free() {
        return free.availablePermits();
    }

    int busy() {
        return all - free();
    }

    void take() {
        free.acquireUninterruptibly();
    }

    void giveBack() {
        free.release();
    }

    /** Whether a slot is free, waiting for it if none is. */
    boolean awaitFree(Duration longest) throws InterruptedException {
        return await(1, longest);
    }

    boolean awaitIdle(Duration longest) throws InterruptedException {
        return await(all, longest);
    }

    private boolean await(int slots, Duration longest) throws InterruptedException {
        if (!free.tryAcquire(slots, longest.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        free.release(slots);
        return true;
    }
}
