// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    private final Markdown page = new Markdown(Path.of("/house/docs/page.md"), """
            See [the guide](guides/a.md#top), [the script](../drumline) and [elsewhere](https://example.org/x).

            ```sh
            # A comment.
            ./drumline up \\
              --detach

            ./drumline down  # Nothing is left.
            ```

            ```yaml
            a: "[not a link](nowhere.md)"
            ```
            """);

    @Test
    void shouldTakeTheCommandsLineByLine() {
        assertThat(page.commands()).containsExactly("./drumline up    --detach", "./drumline down");
    }

    @Test
    void shouldTakeTheBlocksOfOneLanguage() {
        assertThat(page.blocks("yaml")).containsExactly("a: \"[not a link](nowhere.md)\"\n");
    }

    @Test
    void shouldFollowTheLinksIntoTheCheckout() {
        assertThat(page.linkedFiles()).containsExactly(Path.of("/house/docs/guides/a.md"), Path.of("/house/drumline"));
    }
}
