// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import dev.drumline.local.store.ApiException;
import dev.drumline.local.store.ObjectKey;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls a reconciler for the keys that changed, one at a time, each once however often it changed meanwhile. */
final class ControllerLoop implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ControllerLoop.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final String name;
    private final Reconciler reconciler;
    private final Set<ObjectKey> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread;

    ControllerLoop(String name, Reconciler reconciler) {
        this.name = name;
        this.reconciler = reconciler;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("controller-" + name).factory());
    }

    /** Safe to call from a store listener. */
    void enqueue(ObjectKey key) {
        if (waiting.add(key) && !thread.isShutdown()) {
            thread.execute(() -> run(key));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void run(ObjectKey key) {
        waiting.remove(key);
        try {
            reconciler.reconcile(key).ifPresent(delay -> later(key, delay));
        } catch (ApiException e) {
            LOG.log(Level.DEBUG, () -> "%s: %s: will try again: %s".formatted(name, key, e));
            later(key, AFTER_FAILURE);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, name + ": " + key, e);
            later(key, AFTER_FAILURE);
        }
    }

    private void later(ObjectKey key, Duration delay) {
        if (!thread.isShutdown()) {
            var unused = thread.schedule(() -> enqueue(key), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
