// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadEveryObjectOfAFolderInTheOrderOfFiles() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), "kind: List\nitems: [{kind: C}, {kind: D}]\n");
        Files.writeString(folder.resolve("a.yaml"), "# first\nkind: A\n---\nkind: B\n---\n# nothing\n");
        Files.writeString(folder.resolve("notes.sh"), "not a manifest");

        assertThat(Manifests.read(folder))
                .extracting(object -> object.path("kind").asText())
                .containsExactly("A", "B", "C", "D");
    }

    @Test
    void shouldSayThatAFileIsNotThere() {
        assertThatThrownBy(() -> Manifests.read(folder.resolve("gone.yaml")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("gone.yaml\" does not exist");
    }

    @Test
    void shouldRefuseAnAliasRatherThanApplySomethingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "kind: A\nargs: [&big [1, 2], *big]\n");

        assertThatThrownBy(() -> Manifests.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("YAML aliases such as *big are not read here; write the value out, or use kubectl");
    }
}
