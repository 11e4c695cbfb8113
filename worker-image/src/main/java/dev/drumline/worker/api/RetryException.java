// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker.api;

import java.time.Duration;

/** Thrown by a handler that wants to be called again for the same task. */
public final class RetryException extends Exception {

    private final Duration delay;

    /** @param delay how long to wait at least; no worker waits meanwhile */
    public RetryException(Duration delay, String reason) {
        super(reason);
        this.delay = delay;
    }

    public RetryException(Duration delay, Throwable cause) {
        super(cause.getMessage(), cause);
        this.delay = delay;
    }

    public Duration delay() {
        return delay;
    }
}
