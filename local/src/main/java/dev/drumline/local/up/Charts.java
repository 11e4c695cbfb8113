// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Drumline's own charts in the village. */
record Charts(VillageFolder folder) {

    static final String NAMESPACE = "drumline";

    /** @throws RefusedException with Helm's own sentence */
    void install() throws IOException, InterruptedException {
        Path helm = folder.checkout().resolve("helm");
        Path output = folder.logs().resolve("helm.log");
        Process install = new ProcessBuilder(OwnProgram.command(List.of(
                        "charts",
                        "--kubeconfig",
                        folder.kubeconfig().toString(),
                        "--namespace",
                        NAMESPACE,
                        helm.resolve("drumline-crds").toString(),
                        helm.resolve("drumline").toString())))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (install.waitFor() != 0) {
                throw new RefusedException(Files.readString(output).strip());
            }
        } finally {
            install.destroyForcibly();
        }
    }
}
