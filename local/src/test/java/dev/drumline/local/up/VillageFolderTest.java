// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VillageFolderTest {

    @TempDir
    Path checkout;

    private VillageFolder folder;

    @BeforeEach
    void setUp() {
        folder = new VillageFolder(checkout);
    }

    @Test
    void shouldKeepTheLogsOfTheLastRunAndNothingElse() throws IOException {
        folder.prepare();
        folder.clear();
        Files.writeString(folder.logs().resolve("a.log"), "first");
        Files.createDirectories(folder.path().resolve("pods/1/volumes"));
        Files.writeString(folder.state(), "{}");

        folder.clear();

        assertThat(folder.logs()).isEmptyDirectory();
        assertThat(folder.path().resolve("logs.previous/a.log")).hasContent("first");
        assertThat(folder.path().resolve("pods")).doesNotExist();
        assertThat(folder.state()).doesNotExist();
    }

    @Test
    void shouldSayThatItCantBeWrittenTo() throws IOException {
        Files.writeString(folder.path(), "a file in the way");

        assertThatThrownBy(folder::prepare)
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("can't write to " + folder.path());
    }

    @Test
    void shouldBeHeldByOneVillageOnly() throws IOException {
        folder.prepare();

        try (VillageLock lock = VillageLock.take(folder.lock()).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(VillageLock.take(folder.lock())).isEmpty();
        }
        try (VillageLock again = VillageLock.take(folder.lock()).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void shouldTellOthersWhereTheVillageIs() throws IOException {
        folder.prepare();
        VillageState state = new VillageState(
                ProcessHandle.current().pid(),
                "https://127.0.0.1:1",
                "/kubeconfig",
                "redis://127.1.0.2:6379/0",
                "",
                true);

        state.write(folder.state());

        assertThat(VillageState.read(folder.state())).contains(state);
        assertThat(state.process()).contains(ProcessHandle.current());
    }
}
