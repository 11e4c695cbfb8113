// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A queue of changes, in the order in which they were stored. Events are shared: copy an object before changing it. */
public final class Watch implements AutoCloseable {

    /** A reader that is this many events behind is told to list again. */
    static final int MAX_BACKLOG = 20_000;

    private final LinkedBlockingQueue<WatchEvent> queue;
    private final Consumer<Watch> onClose;
    private final String namespace;
    private volatile boolean overflowed;

    Watch(String namespace, List<WatchEvent> initial, Consumer<Watch> onClose) {
        this.namespace = namespace;
        this.onClose = onClose;
        this.queue = new LinkedBlockingQueue<>(initial);
    }

    /**
     * The next change, or empty when none came within the timeout.
     *
     * @throws ApiException {@link Reason#EXPIRED} when this reader was too slow to keep up
     */
    public Optional<WatchEvent> next(Duration timeout) throws InterruptedException {
        WatchEvent event = queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (event == null && overflowed) {
            throw ApiException.expired(0, 0);
        }
        return Optional.ofNullable(event);
    }

    @Override
    public void close() {
        onClose.accept(this);
    }

    void offer(WatchEvent event) {
        boolean mine = namespace.isEmpty() || namespace.equals(Metadata.namespace(event.object()));
        if (!mine || overflowed) {
            return;
        }
        if (queue.size() >= MAX_BACKLOG) {
            overflowed = true;
        } else {
            queue.add(event);
        }
    }
}
