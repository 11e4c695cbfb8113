// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Repeats a body until it is stopped. */
final class LoopThread {

    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private LoopThread(String name, Body body) {
        thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> repeat(body));
    }

    static LoopThread start(String name, Body body) {
        LoopThread loop = new LoopThread(name, body);
        loop.thread.start();
        return loop;
    }

    /** Lets the round that is under way end; no other begins. */
    void stop(Duration longest) throws InterruptedException {
        stopped.countDown();
        thread.join(longest);
    }

    private void repeat(Body body) {
        try {
            while (stopped.getCount() > 0) {
                Duration rest = body.step();
                if (rest.isPositive() && stopped.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
