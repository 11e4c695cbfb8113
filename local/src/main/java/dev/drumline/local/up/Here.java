// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import dev.drumline.local.kubectl.Connection;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every command has: which checkout's village is meant. */
final class Here {

    @Option(names = "--checkout", hidden = true, description = "The checkout; default: the current folder.")
    private Path checkout = Path.of("");

    VillageFolder folder() {
        return new VillageFolder(checkout.toAbsolutePath().normalize());
    }

    /** @throws RefusedException if no village runs here */
    VillageState running() throws IOException {
        return VillageState.read(folder().state())
                .filter(state -> state.process().filter(ProcessHandle::isAlive).isPresent())
                .orElseThrow(() -> new RefusedException("no village runs here; start one with: ./drumline up"));
    }

    Connection connection() throws IOException {
        running();
        return Connection.of(folder().kubeconfig());
    }
}
