// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.system;

import static dev.drumline.e2e.village.VillageForTests.succeed;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drumline.e2e.Checkout;
import dev.drumline.e2e.village.Command;
import dev.drumline.e2e.village.VillageForTests;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fixture, applied as a user applies it: accepted, or refused with its sentence, by whoever can know. What the
 * headers of a fixture mean is said beside them, in {@code crds/src/test/resources/fixtures/README.md}.
 */
class FixturesE2E {

    @RegisterExtension
    static final VillageForTests VILLAGE = VillageForTests.withoutExamples();

    private static final Path FIXTURES = Checkout.path("crds/src/test/resources/fixtures");
    private static final String NAMESPACE = "shop";

    static List<Path> valid() {
        return files("valid").toList();
    }

    static List<Path> refusedByTheServer() {
        return files("invalid").filter(file -> !by(file).equals("operator")).toList();
    }

    static List<Path> refusedByTheOperator() {
        return files("invalid").filter(file -> by(file).equals("operator")).toList();
    }

    static List<Path> unsupported() {
        return files("unsupported").toList();
    }

    @BeforeAll
    static void needKubectl() {
        Command.needKubectl();
    }

    @BeforeEach
    void makeNamespace() throws IOException {
        VILLAGE.kubernetes()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    @AfterEach
    void dropNamespace() throws IOException {
        VILLAGE.kubernetes().namespaces().withName(NAMESPACE).delete();
        await().atMost(30, SECONDS)
                .until(() ->
                        VILLAGE.kubernetes().namespaces().withName(NAMESPACE).get() == null);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldAccept(Path file) throws Exception {
        succeed(apply(file));
    }

    @ParameterizedTest
    @MethodSource("refusedByTheServer")
    void shouldRefuseAtApply(Path file) throws Exception {
        applyWhatItNeeds(file);

        Command.Result result = apply(file);

        assertThat(result.code()).isNotZero();
        String refused = header(file, "refused").orElseThrow();
        String sentence = refused.substring(refused.indexOf(": ") + 2);
        // A wrong type is refused in the server's own words, with the path.
        assertThat(result.output())
                .contains(by(file).equals("schema") ? header(file, "api").orElseThrow() : sentence);
    }

    @ParameterizedTest
    @MethodSource("refusedByTheOperator")
    void shouldExplainInTheConditionAndAnEvent(Path file) throws Exception {
        applyWhatItNeeds(file);

        succeed(apply(file));

        assertNotReady(file, "InvalidSpec", header(file, "refused").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void shouldNameWhatIsNotYetSupported(Path file) throws Exception {
        succeed(apply(file));

        assertNotReady(
                file,
                "NotYetSupported",
                "not yet supported: " + header(file, "unsupported").orElseThrow());
    }

    private static void assertNotReady(Path file, String reason, String message) {
        await().atMost(30, SECONDS).untilAsserted(() -> {
            assertThat(conditions(file)).anySatisfy(condition -> assertThat(condition)
                    .containsEntry("type", "Ready")
                    .containsEntry("status", "False")
                    .containsEntry("reason", reason)
                    .containsEntry("message", message));
            assertThat(VILLAGE.kubernetes()
                            .v1()
                            .events()
                            .inNamespace(NAMESPACE)
                            .list()
                            .getItems())
                    .anySatisfy(event -> {
                        assertThat(event.getReason()).isEqualTo(reason);
                        assertThat(event.getMessage()).contains(message);
                    });
        });
    }

    private static List<Map<String, Object>> conditions(Path file) throws IOException {
        HasMetadata applied = VILLAGE.kubernetes().load(Files.newInputStream(file)).items().stream()
                .filter(item -> item.getApiVersion().startsWith("drumline.dev/"))
                .findFirst()
                .orElseThrow();
        GenericKubernetesResource live = VILLAGE.kubernetes()
                .genericKubernetesResources(applied.getApiVersion(), applied.getKind())
                .inNamespace(NAMESPACE)
                .withName(applied.getMetadata().getName())
                .get();
        List<Map<String, Object>> conditions = live.get("status", "conditions");
        return conditions == null ? List.of() : conditions;
    }

    private static void applyWhatItNeeds(Path file) throws IOException, InterruptedException {
        Optional<String> before = header(file, "after");
        if (before.isPresent()) {
            succeed(apply(FIXTURES.resolve(FIXTURES.relativize(file).getName(0)).resolve(before.get())));
        }
    }

    private static Command.Result apply(Path file) throws IOException, InterruptedException {
        return VILLAGE.kubectl("apply", "-n", NAMESPACE, "-f", file.toString());
    }

    private static String by(Path file) {
        return header(file, "by").orElseThrow();
    }

    private static Optional<String> header(Path file, String name) {
        String start = "# " + name + ": ";
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> kinds = Files.list(FIXTURES)) {
            return kinds
                    .map(kind -> kind.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(FixturesE2E::list)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
