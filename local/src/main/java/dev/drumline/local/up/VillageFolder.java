// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import dev.drumline.local.kubelet.volume.PodFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Where a village keeps things: {@code .drumline} in the checkout.
 *
 * @param checkout the folder of the script {@code drumline}
 */
record VillageFolder(Path checkout) {

    Path path() {
        return checkout.resolve(".drumline");
    }

    Path kubeconfig() {
        return path().resolve("kubeconfig");
    }

    Path state() {
        return path().resolve("village.json");
    }

    Path lock() {
        return path().resolve("lock");
    }

    Path logs() {
        return path().resolve("logs");
    }

    /** What the village itself prints when it runs detached. */
    Path ownLog() {
        return logs().resolve("village.log");
    }

    Path processes() {
        return path().resolve("processes");
    }

    Path tools() {
        return path().resolve("tools");
    }

    /** The jar that lets a Java program resolve the names of Services. */
    Path agent() throws RefusedException {
        Path target = checkout.resolve("local/target");
        try (Stream<Path> jars = Files.list(target)) {
            return jars.filter(jar -> jar.toString().endsWith("-dns.jar"))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchFileException("*-dns.jar"));
        } catch (IOException e) {
            throw new RefusedException("local/target is not built; build it with: ./mvnw -DskipTests package", e);
        }
    }

    Path hosts() {
        return path().resolve("hosts");
    }

    /** @throws RefusedException if it can't be written to */
    void prepare() throws IOException {
        try {
            Files.createDirectories(path());
            Files.delete(Files.createTempFile(path(), "writable", ""));
        } catch (IOException e) {
            throw new RefusedException(
                    "can't write to " + path() + ": the village keeps its logs and its kubeconfig there", e);
        }
    }

    /** Takes away what an earlier village left, except its logs, which become the previous ones. */
    void clear() throws IOException {
        Path previous = path().resolve("logs.previous");
        PodFolder.delete(path().resolve("pods"));
        PodFolder.delete(path().resolve("hosts"));
        Files.deleteIfExists(state());
        if (Files.exists(logs())) {
            PodFolder.delete(previous);
            Files.move(logs(), previous, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.createDirectories(logs());
    }
}
