// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import dev.drumline.local.kubelet.process.ProcessRegister;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stop the village that runs here, and wait until nothing of it is left.")
final class DownCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 60;

    @Mixin
    private Here here;

    @Override
    public Integer call() throws Exception {
        VillageFolder folder = here.folder();
        if (!Files.exists(folder.path())) {
            System.out.println("Nothing runs here.");
            return 0;
        }
        folder.prepare();
        Optional<ProcessHandle> village = VillageState.read(folder.state()).flatMap(VillageState::process);
        try (VillageLock lock = VillageLock.take(folder.lock()).orElse(null)) {
            if (lock != null) {
                return sweep(folder);
            }
        }
        if (village.isEmpty()) {
            throw new RefusedException("the village is just starting; wait for a moment and try again");
        }
        return stop(village.get());
    }

    private static int stop(ProcessHandle village) throws Exception {
        System.out.println("Stopping the village (process " + village.pid() + ") …");
        village.destroy();
        try {
            village.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new RefusedException("the village has not ended within " + PATIENCE_SECONDS
                    + " s; look into .drumline/logs/village.log, or end process " + village.pid() + " yourself");
        }
        System.out.println("Everything is stopped; no process is left.");
        return 0;
    }

    /** No village holds the lock: at most a killed one has left processes. */
    private static int sweep(VillageFolder folder) throws Exception {
        Files.deleteIfExists(folder.state());
        var ended = new ProcessRegister(folder.processes()).endOrphans();
        ended.forEach(orphan -> System.out.println("Ended what a killed village had left: " + orphan));
        System.out.println(ended.isEmpty() ? "Nothing runs here." : "Everything is stopped; no process is left.");
        return 0;
    }
}
