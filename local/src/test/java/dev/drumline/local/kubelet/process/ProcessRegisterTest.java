// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRegisterTest {

    @TempDir
    Path folder;

    private Path file;
    private Process orphan;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("processes");
        orphan = new ProcessBuilder("sleep", "100").start();
    }

    @AfterEach
    void end() {
        orphan.destroyForcibly();
    }

    @Test
    void shouldEndWhatAKilledVillageHasLeft() throws Exception {
        new ProcessRegister(file).add(orphan.toHandle(), "redis/redis");

        assertThat(new ProcessRegister(file).endOrphans())
                .containsExactly("redis/redis (process " + orphan.pid() + ")");

        assertThat(orphan.waitFor(1, TimeUnit.SECONDS)).isTrue();
        assertThat(file).isEmptyFile();
    }

    @Test
    void shouldSpareAProcessThatGotTheSameIdLater() throws Exception {
        Files.writeString(file, orphan.pid() + " 12345 redis/redis\n");

        assertThat(new ProcessRegister(file).endOrphans()).isEmpty();

        assertThat(orphan.isAlive()).isTrue();
    }

    @Test
    void shouldForgetWhatHasEndedInOrder() {
        ProcessRegister register = new ProcessRegister(file);
        register.add(orphan.toHandle(), "redis/redis");

        register.remove(orphan.pid());

        assertThat(new ProcessRegister(file).endOrphans()).isEmpty();
        assertThat(orphan.isAlive()).isTrue();
    }
}
