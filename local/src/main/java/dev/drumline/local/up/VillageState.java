// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a running village tells other programs, in {@code .drumline/village.json}.
 *
 * @param pid of the village itself
 * @param api the URL of the Kubernetes API
 * @param kubeconfig the file to use with kubectl
 * @param redis the URL of the broker's Redis; empty until it is there
 * @param dashboard the URL of the operator's page; empty until it is there
 * @param ready whether all that the examples need has been up once
 */
record VillageState(long pid, String api, String kubeconfig, String redis, String dashboard, boolean ready) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Optional<VillageState> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), VillageState.class)) : Optional.empty();
    }

    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        JSON.writeValue(next.toFile(), this);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The village's process, if it still runs. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid);
    }
}
