// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.redis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** Finds a Redis that starts on this machine: the one in the embedded-redis jar, else {@code redis-server} on PATH. */
public record RedisProgram(Path tools) {

    private static final String MISSING =
            "no Redis can run here: the embedded one needs OpenSSL 3 (libssl.so.3), and there"
                    + " is no redis-server on PATH; install one, such as with: apt-get install redis-server";

    /** @throws IOException with a sentence for the user if there is none */
    public Path find() throws IOException, InterruptedException {
        Optional<Path> embedded = embedded();
        if (embedded.isPresent()) {
            return embedded.get();
        }
        return onPath().orElseThrow(() -> new IOException(MISSING));
    }

    /** Kept in the village's folder, so that a later start need not unpack it again. */
    private Optional<Path> embedded() throws IOException, InterruptedException {
        Path kept = tools.resolve("redis-server");
        if (!Files.isExecutable(kept)) {
            try {
                Files.createDirectories(tools);
                File unpacked = ExecutableProvider.newJarResourceProvider(
                                tools.resolve("unpacked").toFile())
                        .get();
                Files.move(unpacked.toPath(), kept, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | RuntimeException notForThisMachine) {
                return Optional.empty();
            }
        }
        return starts(kept) ? Optional.of(kept) : Optional.empty();
    }

    private static boolean starts(Path program) throws InterruptedException {
        try {
            Process version = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor(5, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
