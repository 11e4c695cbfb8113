// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCatalogTest {

    private final ImageCatalog catalog = ImageCatalog.builtIn();

    @ParameterizedTest
    @ValueSource(strings = {"redis", "redis:7", "library/redis:7.2", "redis@sha256:abc", "redis:7@sha256:abc"})
    void shouldFindAnImageWhateverItsTag(String reference) {
        assertThat(catalog.find(reference)).isPresent();
    }

    @Test
    void shouldKnowNothingOfOtherRegistries() {
        assertThat(catalog.find("registry.example:5000/redis:7")).isEmpty();
        assertThat(catalog.find("nginx")).isEmpty();
    }

    @Test
    void shouldKnowDrumlinesOwnPrograms() {
        assertThat(catalog.names()).contains("drumline/operator", "drumline/beat", "drumline/worker");
    }

    @Test
    void shouldFillWhatIsKnownOnlyHere() {
        Image image = catalog.find("drumline/beat:0.1.0").orElseThrow();

        Image filled = new Placeholders(Map.of("java", "/jdk/bin/java", "checkout", "/src")).fill(image);

        assertThat(filled.entrypoint())
                .startsWith("/jdk/bin/java")
                .endsWith("-jar", "/src/beat/target/quarkus-app/quarkus-run.jar");
        assertThat(CommandLine.of(filled, List.of(), List.of())).isEqualTo(filled.entrypoint());
    }
}
