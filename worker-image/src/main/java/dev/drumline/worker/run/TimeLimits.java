// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.run;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Wakes up when a task's time is over. */
final class TimeLimits implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    TimeLimits() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("time-limits").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** The caller cancels what it gets when the task was in time. */
    Future<?> after(Duration limit, Runnable action) {
        return timer.schedule(action, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
