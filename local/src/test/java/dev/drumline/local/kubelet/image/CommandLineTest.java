// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final Image REDIS = new Image(
            Map.of("redis-server", List.of("/opt/redis")),
            List.of("/opt/redis"),
            List.of(),
            List.of("--bind", "127.1.0.2"),
            Map.of());

    @Test
    void shouldRunTheEntrypointWithTheArgsOfTheContainer() {
        assertThat(CommandLine.of(REDIS, List.of(), List.of("--save", "")))
                .containsExactly("/opt/redis", "--save", "", "--bind", "127.1.0.2");
    }

    @Test
    void shouldTakeArgsThatBeginWithAProgramAsTheWholeCommand() {
        assertThat(CommandLine.of(REDIS, List.of(), List.of("redis-server", "--save", "")))
                .containsExactly("/opt/redis", "--save", "", "--bind", "127.1.0.2");
    }

    @Test
    void shouldLeaveTheEntrypointOutWhenTheContainerHasACommand() {
        assertThat(CommandLine.of(REDIS, List.of("sh", "-c"), List.of("echo hi")))
                .containsExactly("sh", "-c", "echo hi");
    }

    @Test
    void shouldResolveAProgramOfTheImageInACommand() {
        assertThat(CommandLine.of(REDIS, List.of("redis-server"), List.of("--port", "1")))
                .containsExactly("/opt/redis", "--port", "1");
    }
}
