// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.e2e.Checkout;
import dev.drumline.e2e.Manifests;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final Set<String> PROGRAMS = Set.of("./drumline", "./mvnw", "kubectl", "helm");
    private static final List<String> FOLDERS = List.of("examples/", "helm/", "docs/", "crds/");

    @ParameterizedTest
    @MethodSource("pages")
    void shouldLinkToWhatIsThere(Markdown page) {
        assertThat(page.linkedFiles()).allSatisfy(file -> assertThat(file).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldShowCommandsThatCanBeTyped(Markdown page) {
        assertThat(page.commands()).allSatisfy(command -> {
            var words = List.of(command.split("\\s+"));
            assertThat(words.getFirst()).isIn(PROGRAMS);
            if (words.getFirst().startsWith("./")) {
                assertThat(Checkout.path(words.getFirst())).isExecutable();
            }
            if (words.getFirst().equals("./drumline")) {
                assertThat(Checkout.path("drumline")).content().contains("./drumline " + words.get(1) + " ");
            }
            assertThat(words.stream().filter(word -> FOLDERS.stream().anyMatch(word::startsWith)))
                    .allSatisfy(word -> assertThat(Checkout.path(word)).exists());
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void shouldShowManifestsOfOurKinds(Markdown page) {
        assertThat(page.blocks("yaml").stream().flatMap(block -> Manifests.parse(block).stream()))
                .allSatisfy(manifest -> {
                    assertThat(manifest.at("/apiVersion").asText()).isEqualTo("drumline.dev/v1beta1");
                    assertThat(manifest.at("/kind").asText())
                            .isIn("TaskBroker", "PeriodicTask", "PeriodicTaskSet", "WorkerPool");
                });
    }

    static List<Markdown> pages() throws IOException {
        return Markdown.all();
    }
}
