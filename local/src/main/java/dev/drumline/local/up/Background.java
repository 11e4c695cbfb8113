// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A village that goes on when the command has returned: a process of its own, followed until it is ready. */
final class Background {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final VillageFolder folder;
    private final Progress progress;

    Background(VillageFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** @return 0 once it is ready, 1 if it ended or is not ready in time */
    int start(List<String> arguments, Duration patience) throws IOException, InterruptedException {
        Path output = folder.path().resolve("up.log");
        Files.deleteIfExists(output);
        Process village = new ProcessBuilder(OwnProgram.command(arguments))
                .directory(folder.checkout().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        LogTail tail = new LogTail(List.of(output), System.out);
        long deadlineNanos = System.nanoTime() + patience.plusSeconds(10).toNanos();
        while (village.isAlive() && !isReady(village.pid()) && System.nanoTime() < deadlineNanos) {
            Thread.sleep(INTERVAL);
            tail.copy();
        }
        tail.copy();
        return ended(village);
    }

    private int ended(Process village) throws IOException {
        if (!village.isAlive()) {
            return 1;
        }
        boolean ready = isReady(village.pid());
        progress.say((ready ? "It runs in the background" : "It is still starting in the background") + " (process "
                + village.pid() + "): ./drumline status shows it, ./drumline down stops it.");
        return ready ? 0 : 1;
    }

    private boolean isReady(long pid) throws IOException {
        Optional<VillageState> state = VillageState.read(folder.state());
        return state.filter(s -> s.pid() == pid && s.ready()).isPresent();
    }
}
