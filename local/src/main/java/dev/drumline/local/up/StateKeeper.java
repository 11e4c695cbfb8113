// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.IOException;
import java.time.Duration;

/** Keeps {@code village.json} true while pods come, go and get other addresses. */
final class StateKeeper implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StateKeeper.class.getName());
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final VillageFolder folder;
    private final Endpoints endpoints;
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile VillageState state;

    StateKeeper(VillageFolder folder, String api, Endpoints endpoints) {
        this.folder = folder;
        this.endpoints = endpoints;
        this.state = new VillageState(
                ProcessHandle.current().pid(), api, folder.kubeconfig().toString(), "", "", false);
    }

    void start() throws IOException {
        state.write(folder.state());
        thread.start();
    }

    VillageState state() {
        return state;
    }

    synchronized void ready() throws IOException {
        replace(new VillageState(
                state.pid(), state.api(), state.kubeconfig(), endpoints.redis(), endpoints.dashboard(), true));
    }

    /** One look; what is gone for a moment, such as a Redis that restarts, keeps the address that it had. */
    synchronized void look() throws IOException {
        String redis = endpoints.redis();
        String dashboard = endpoints.dashboard();
        replace(new VillageState(
                state.pid(),
                state.api(),
                state.kubeconfig(),
                redis.isEmpty() ? state.redis() : redis,
                dashboard.isEmpty() ? state.dashboard() : dashboard,
                state.ready()));
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void replace(VillageState next) throws IOException {
        if (!next.equals(state)) {
            state = next;
            next.write(folder.state());
        }
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                look();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "village.json can't be kept", e);
        }
    }
}
