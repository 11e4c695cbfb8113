// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.local.kubelet.container.ContainerSetup;
import dev.drumline.local.kubelet.container.Surroundings;
import dev.drumline.local.kubelet.image.ImageCatalog;
import dev.drumline.local.kubelet.network.LoopbackAddresses;
import dev.drumline.local.kubelet.pod.PodEvents;
import dev.drumline.local.kubelet.pod.PodRun;
import dev.drumline.local.kubelet.pod.PodWorker;
import dev.drumline.local.kubelet.pod.StorePodSink;
import dev.drumline.local.kubelet.probe.ProbeRunner;
import dev.drumline.local.kubelet.process.ProcessRegister;
import dev.drumline.local.kubelet.volume.PodFolder;
import dev.drumline.local.store.ObjectStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Gives each pod an address, a folder and a thread, and takes them back at its end. */
final class PodThreads {

    private static final System.Logger LOG = System.getLogger(PodThreads.class.getName());

    private final ObjectStore store;
    private final KubeletSettings settings;
    private final InstantSource clock;
    private final ContainerSetup setup;
    private final ProbeRunner probes = new ProbeRunner(HttpClient.newHttpClient());
    private final ProcessRegister register;
    private final LoopbackAddresses addresses;
    private final Map<Thread, Resident> running = new ConcurrentHashMap<>();

    PodThreads(ObjectStore store, KubeletSettings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.register = new ProcessRegister(settings.processes());
        this.addresses = new LoopbackAddresses(settings.village());
        this.setup = new ContainerSetup(
                ImageCatalog.builtIn(),
                new StoreConfigSource(store),
                settings.pods(),
                settings.hosts(),
                settings.kubeconfig(),
                settings.places());
    }

    PodWorker start(ObjectNode pod) {
        PodWorker worker = new PodWorker(clock);
        Thread thread = Thread.ofVirtual().unstarted(() -> run(pod, worker));
        running.put(thread, new Resident(pod, worker));
        thread.start();
        return worker;
    }

    /** Ends the pods and waits for it. */
    void stop(Predicate<ObjectNode> which, Duration grace) throws InterruptedException {
        List<Thread> leaving = running.entrySet().stream()
                .filter(entry -> which.test(entry.getValue().pod()))
                .map(entry -> entry.getValue().leave(entry.getKey(), grace))
                .toList();
        for (Thread thread : leaving) {
            thread.join();
        }
    }

    private void run(ObjectNode pod, PodWorker worker) {
        String address = addresses.take();
        StorePodSink sink = new StorePodSink(store, pod, new PodEvents(store, pod, "kubelet", clock));
        try {
            worker.run(new PodRun(
                    pod,
                    address,
                    new Surroundings(setup, probes, register, settings.logs(), sink, worker::wake),
                    sink));
            PodFolder.delete(setup.podFolder(pod));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Folder of a pod that is gone can't be removed", e);
        } finally {
            addresses.release(address);
            running.remove(Thread.currentThread());
        }
    }

    private record Resident(ObjectNode pod, PodWorker worker) {
        Thread leave(Thread thread, Duration grace) {
            worker.leave(grace);
            return thread;
        }
    }
}
