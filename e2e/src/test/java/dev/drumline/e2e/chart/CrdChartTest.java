// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.e2e.Checkout;
import dev.drumline.e2e.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrdChartTest {

    @TempDir
    Path folder;

    @Test
    void shouldInstallTheDefinitionsThatTheJavaTypesPrint() throws IOException {
        // Given
        var printed = Manifests.inFolder(Checkout.path("crds/yaml"));

        // When
        var installed = Chart.CRDS.manifests(values(""));

        // Then
        assertThat(specs(installed)).isNotEmpty().containsExactlyInAnyOrderElementsOf(specs(printed));
    }

    @Test
    void shouldKeepTheDefinitionsWhenTheReleaseIsUninstalled() throws IOException {
        assertThat(Chart.CRDS.manifests(values("")))
                .allSatisfy(crd -> assertThat(policy(crd)).isEqualTo("keep"));
        assertThat(Chart.CRDS.manifests(values("keep: false")))
                .allSatisfy(crd -> assertThat(policy(crd)).isEmpty());
    }

    @Test
    void shouldPassTheLinter() {
        var result = Chart.CRDS.lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    private Path values(String yaml) throws IOException {
        return Files.writeString(folder.resolve("values.yaml"), yaml);
    }

    private static List<JsonNode> specs(List<JsonNode> crds) {
        return crds.stream()
                .<JsonNode>map(crd -> ((ObjectNode) crd.get("spec"))
                        .put("name", crd.at("/metadata/name").asText()))
                .toList();
    }

    private static String policy(JsonNode crd) {
        return crd.path("metadata")
                .path("annotations")
                .path("helm.sh/resource-policy")
                .asText();
    }
}
