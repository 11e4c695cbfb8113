// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.IOException;
import java.util.List;

/** The table of {@code ./drumline status --watch}, as a child that shares this terminal. */
final class LiveTable {

    private static final int TRIES = 3;

    private final List<String> command;
    private volatile Process child;
    private volatile boolean closed;

    LiveTable(VillageFolder folder) {
        this.command = List.of(folder.checkout().resolve("drumline").toString(), "status", "--watch");
    }

    /** Shows it until {@link #close}; a table that ends by itself is opened again, but not for ever. */
    void show(Progress progress) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES && !closed; i++) {
            child = new ProcessBuilder(command).inheritIO().start();
            if (closed) {
                child.destroy();
            }
            child.waitFor();
        }
        if (!closed) {
            progress.say("The live table has ended; the village runs on. Ctrl-C stops it.");
        }
    }

    void close() throws InterruptedException {
        closed = true;
        Process showing = child;
        if (showing != null) {
            showing.destroy();
            showing.waitFor();
        }
    }
}
