// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerLogTest {

    @TempDir
    Path folder;

    @Test
    void shouldPutALongLogAside() throws IOException {
        ContainerLog log = ContainerLog.of(folder, "default", "redis-1", "redis");
        Files.writeString(log.file(), "0123456789");

        log.bound(11);
        assertThat(log.file()).hasContent("0123456789");

        log.bound(10);
        assertThat(log.file()).isEmptyFile();
        assertThat(log.previous()).hasContent("0123456789");
    }
}
