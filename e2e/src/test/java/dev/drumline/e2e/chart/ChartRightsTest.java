// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartRightsTest {

    private static final String ACCEPTED = "dev.drumline.e2e.chart.ChartGoldenTest#accepted";
    private static final Set<String> WATCHED =
            Set.of("taskbrokers", "periodictasks", "periodictasksets", "workerpools", "deployments", "configmaps");

    @ParameterizedTest
    @MethodSource(ACCEPTED)
    void shouldNameEveryVerbAndResource(Path in) {
        assertThat(rules(in)).allSatisfy(rule -> {
            assertThat(texts(rule, "verbs")).isNotEmpty().doesNotContain("*");
            assertThat(texts(rule, "resources")).isNotEmpty().doesNotContain("*");
            assertThat(texts(rule, "apiGroups")).isNotEmpty().doesNotContain("*");
        });
    }

    @ParameterizedTest
    @MethodSource(ACCEPTED)
    void shouldReadSecretsByNameAlone(Path in) {
        assertThat(rules(in))
                .filteredOn(rule -> texts(rule, "resources").contains("secrets"))
                .allSatisfy(rule -> assertThat(texts(rule, "verbs")).containsExactly("get"));
    }

    @ParameterizedTest
    @MethodSource(ACCEPTED)
    void shouldNeitherEnterPodsNorRaiseItsOwnRights(Path in) {
        assertThat(rules(in))
                .flatMap(rule -> texts(rule, "resources"))
                .doesNotContain("pods/exec", "pods/attach", "pods/portforward", "serviceaccounts/token")
                .noneMatch(resource -> resource.contains("role"));
    }

    @ParameterizedTest
    @MethodSource(ACCEPTED)
    void shouldDeleteNothing(Path in) {
        assertThat(rules(in)).flatMap(rule -> texts(rule, "verbs")).doesNotContain("delete", "deletecollection");
    }

    @ParameterizedTest
    @MethodSource(ACCEPTED)
    void shouldReadOnlyWhatItWatches(Path in) {
        assertThat(rules(in))
                .filteredOn(rule -> texts(rule, "verbs").contains("list"))
                .flatMap(rule -> texts(rule, "resources"))
                .allMatch(WATCHED::contains);
    }

    @Test
    void shouldHoldNoRightOfTheClusterWhenConfinedToNamespaces() {
        assertThat(kinds("in-confined.yaml")).contains("Role").noneMatch(kind -> kind.startsWith("Cluster"));
        assertThat(kinds("in-defaults.yaml")).contains("ClusterRole");
    }

    private static Stream<String> kinds(String in) {
        return Chart.DRUMLINE.manifests(ChartFixture.FOLDER.resolve(in)).stream()
                .map(manifest -> manifest.get("kind").asText());
    }

    private static List<JsonNode> rules(Path in) {
        return Chart.DRUMLINE.manifests(in).stream()
                .flatMap(manifest -> manifest.path("rules").valueStream())
                .toList();
    }

    private static List<String> texts(JsonNode rule, String field) {
        return rule.path(field).valueStream().map(JsonNode::asText).toList();
    }
}
