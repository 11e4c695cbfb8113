// SPDX-License-Identifier: Apache-2.0
package dev.drumline.bench.process;

import dev.drumline.bench.workload.StoredWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the programs were built; the script {@code drumline} tells it. */
public record Checkout(Path folder) {

    private static final String PROPERTY = "drumline.checkout";

    public static Checkout told() {
        return new Checkout(Path.of(System.getProperty(PROPERTY, ".")).toAbsolutePath());
    }

    /**
     * A beat, as its pod runs it.
     *
     * @param options of its JVM
     */
    public Running startBeat(String name, String redisUrl, Path scratch, List<String> options) throws IOException {
        Path program = folder.resolve("beat/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(program)) {
            throw new IOException("no beat is built; build it with: ./mvnw -pl beat -am -DskipTests package");
        }
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-jar", program.toString()));
        return Running.start(
                name,
                scratch,
                command,
                Map.of(
                        "DRUMLINE_REDIS_URL",
                        redisUrl,
                        "DRUMLINE_NAME",
                        name,
                        "DRUMLINE_PARTITIONS",
                        "" + StoredWorkload.PARTITIONS,
                        "POD_IP",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        "0"));
    }
}
