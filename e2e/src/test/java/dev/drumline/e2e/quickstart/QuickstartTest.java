// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.e2e.Checkout;
import dev.drumline.e2e.Manifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    private final List<JsonNode> manifests = Manifests.inFolder(Checkout.path("examples/quickstart"));

    QuickstartTest() throws IOException {}

    @Test
    void shouldNameEveryObjectOnceAndLeaveTheNamespaceToTheUser() {
        assertThat(manifests).extracting(this::kindAndName).doesNotHaveDuplicates();
        assertThat(manifests).allSatisfy(manifest -> assertThat(
                        manifest.at("/metadata/namespace").isMissingNode())
                .isTrue());
    }

    @Test
    void shouldCheckAThousandEndpointsEveryTenSeconds() {
        assertThat(ofKind("PeriodicTask")
                        .filter(task -> text(task, "/spec/task").equals("drumline.http")))
                .hasSize(1000)
                .allSatisfy(
                        task -> assertThat(text(task, "/spec/schedule/every")).isEqualTo("10s"))
                .extracting(task -> text(task, "/spec/kwargs/url"))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldHaveAPoolForEveryQueueThatItFills() {
        // Given
        var served = ofKind("WorkerPool")
                .flatMap(pool -> pool.at("/spec/queues").valueStream())
                .map(queue -> queue.get("name").asText());

        // When
        var filled = ofKind("PeriodicTask").map(task -> text(task, "/spec/queue"));

        // Then
        assertThat(Set.copyOf(served.toList())).isEqualTo(Set.of("metrics", "reports"));
        assertThat(filled).isSubsetOf("metrics", "reports");
    }

    @Test
    void shouldRunEveryPodUnderTheRestrictedStandard() {
        assertThat(ofKind("Deployment")).hasSize(2).allSatisfy(deployment -> {
            var pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(text(pod, "/securityContext/seccompProfile/type")).isEqualTo("RuntimeDefault");
            assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();

            var container = pod.at("/containers/0/securityContext");
            assertThat(container.get("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.get("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(text(container, "/capabilities/drop/0")).isEqualTo("ALL");
        });
    }

    @Test
    void shouldKeepTheChecksAsTheirScriptWritesThem() throws IOException {
        var script = new ProcessBuilder(
                        Checkout.path("examples/quickstart/metrics.sh").toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(Checkout.path("examples/quickstart/metrics.yaml")));
    }

    private Stream<JsonNode> ofKind(String kind) {
        return manifests.stream().filter(manifest -> text(manifest, "/kind").equals(kind));
    }

    private String kindAndName(JsonNode manifest) {
        return text(manifest, "/kind") + "/" + text(manifest, "/metadata/name");
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asText();
    }
}
