// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import dev.drumline.local.kubelet.process.ProcessRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One {@code up}, from its start to the signal that ends it. */
final class Session {

    private final VillageFolder folder;
    private final Progress progress;
    private final InstantSource clock;
    private final LiveTable table;
    private final CountDownLatch idle = new CountDownLatch(1);
    private final Thread runner = Thread.currentThread();
    private volatile boolean stopping;
    private volatile RunningVillage village;
    private volatile StateKeeper keeper;

    Session(VillageFolder folder, Progress progress, InstantSource clock) {
        this.folder = folder;
        this.progress = progress;
        this.clock = clock;
        this.table = new LiveTable(folder);
    }

    /**
     * From the start until the process is asked to end; in the thread that made this session.
     *
     * @param port of the API; 0 for a free one
     * @param examples folders to apply
     * @param patience how long to wait for all to be ready
     */
    void run(int port, List<Path> examples, Duration patience, boolean withTable)
            throws IOException, InterruptedException {
        try {
            start(port, examples);
            settle(patience);
            if (withTable) {
                table.show(progress);
            }
            new CountDownLatch(1).await();
        } catch (IOException | InterruptedException e) {
            if (!stopping) {
                throw e;
            }
        } finally {
            idle.countDown();
        }
    }

    private void start(int port, List<Path> examples) throws IOException, InterruptedException {
        Startup startup = new Startup(folder, progress, clock);
        startup.clear();
        OwnLog.to(folder.ownLog());
        village = startup.village(port);
        keeper = new StateKeeper(folder, village.url(), new Endpoints(village.store(), folder.hosts()));
        keeper.start();
        startup.install(examples);
    }

    private void settle(Duration patience) throws IOException, InterruptedException {
        Readiness readiness = new Settling(village.store(), progress, clock).await(patience);
        if (readiness.complete()) {
            keeper.ready();
            progress.reached("ready; dashboard: " + keeper.state().dashboard());
            return;
        }
        progress.say("Not ready after " + patience.toSeconds() + " s; what it waits for:");
        readiness.waiting().forEach((name, why) -> progress.say("  " + name + ": " + why));
        progress.say("The logs are in " + folder.logs() + "; ./drumline get events tells more.");
    }

    /** For the shutdown hook: first ends what {@link #run} is doing, then everything that it has started. */
    void stop(VillageLock lock) {
        stopping = true;
        try {
            runner.interrupt();
            idle.await();
            table.close();
            if (keeper != null) {
                keeper.close();
            }
            if (village != null) {
                progress.say("\nStopping the village …");
                village.close();
            }
            List<String> left = new ProcessRegister(folder.processes()).endOrphans();
            Files.deleteIfExists(folder.state());
            if (village != null) {
                progress.say(left.isEmpty() ? "Everything is stopped; no process is left." : "Had to kill: " + left);
            }
            lock.close();
        } catch (IOException | InterruptedException e) {
            progress.say("The village could not be stopped in order: " + e);
        }
    }
}
