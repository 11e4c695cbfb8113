// SPDX-License-Identifier: Apache-2.0
package dev.drumline.worker;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program begins: before the first virtual thread. */
@QuarkusMain
public final class WorkerMain {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private WorkerMain() {}

    public static void main(String[] arguments) {
        // A virtual thread that loads a class keeps its carrier while it waits for Quarkus' class loader, whose lock a
        // thread
        // without a carrier may hold: as many carriers as cores are too few when many tasks load their first classes at
        // once.
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, "64");
        }
        Quarkus.run(arguments);
    }
}
