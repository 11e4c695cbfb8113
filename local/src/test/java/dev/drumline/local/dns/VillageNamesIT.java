// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's jar beside a program that knows nothing of it. */
class VillageNamesIT {

    @TempDir
    Path folder;

    @Test
    void shouldResolveServicesInAProgramOfItsOwn() throws Exception {
        Path program =
                Files.writeString(folder.resolve("Resolve.java"), """
                void main() throws Exception {
                    IO.println(InetAddress.getByName("redis.default.svc").getHostAddress());
                    IO.println(InetAddress.getByName("localhost").isLoopbackAddress());
                }
                """.replace("InetAddress", "java.net.InetAddress"));
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.1.0.2 redis redis.default.svc\n");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-javaagent:" + agent(),
                program.toString());
        java.environment().put(VillageNames.HOSTS, hosts.toString());

        Process process = java.redirectErrorStream(true).start();

        assertThat(process.inputReader().lines()).containsExactly("127.1.0.2", "true");
    }

    private static Path agent() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target"))) {
            return jars.filter(jar -> jar.toString().endsWith("-dns.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
