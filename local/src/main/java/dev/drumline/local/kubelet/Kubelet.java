// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.network.HostsFiles;
import dev.drumline.local.kubelet.node.VillageNode;
import dev.drumline.local.kubelet.pod.PodWorker;
import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.Metadata;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Watch;
import dev.drumline.local.store.WatchEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/** Runs the pods of the store on this machine, each with a thread of its own, from {@link #start} to {@link #close}. */
public final class Kubelet implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Kubelet.class.getName());

    private final ObjectStore store;
    private final InstantSource clock;
    private final PodThreads threads;
    private final HostsFiles hosts;
    private final Semaphore namesChanged = new Semaphore(1);
    private final Map<String, PodWorker> workers = new ConcurrentHashMap<>();
    private final Thread watcher = Thread.ofVirtual().name("kubelet").unstarted(this::watch);
    private final Thread namer = Thread.ofVirtual().name("service-names").unstarted(this::keepNames);

    public Kubelet(ObjectStore store, KubeletSettings settings, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.threads = new PodThreads(store, settings, clock);
        this.hosts = new HostsFiles(store, settings.hosts());
    }

    public void start() {
        store.create(BuiltIn.NODES, VillageNode.json(clock.instant()));
        hosts.onChange(namesChanged::release);
        namer.start();
        watcher.start();
    }

    /**
     * Stops pods as a shutdown of the node does, without a word to the API, and waits until they have ended.
     *
     * @param grace at most this long, then SIGKILL
     */
    public void stop(Predicate<ObjectNode> which, Duration grace) throws InterruptedException {
        threads.stop(which, grace);
    }

    /** Ends what still runs at once, and waits until nothing is left. */
    @Override
    public void close() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
        namer.interrupt();
        namer.join();
        threads.stop(pod -> true, Duration.ZERO);
    }

    private void watch() {
        try (Watch watch = store.watch(BuiltIn.PODS, "", 0)) {
            while (!Thread.interrupted()) {
                watch.next(Duration.ofSeconds(1)).ifPresent(this::handle);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(WatchEvent event) {
        ObjectNode pod = event.object();
        String uid = Metadata.uid(pod);
        if (event.type() == WatchEvent.Type.DELETED) {
            PodWorker worker = workers.remove(uid);
            if (worker != null) {
                worker.leave(Duration.ZERO);
            }
        } else if (pod.path("spec").path("nodeName").asText().equals(VillageNode.NAME)) {
            workers.computeIfAbsent(uid, first -> threads.start(pod)).update(pod);
        }
    }

    private void keepNames() {
        try {
            while (true) {
                namesChanged.acquire();
                namesChanged.drainPermits();
                hosts.write();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Service names can't be written; pods won't find each other", e);
        }
    }
}
