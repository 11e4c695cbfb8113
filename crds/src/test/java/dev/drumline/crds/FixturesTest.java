// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.workerpool.WorkerPool;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    static Stream<Path> all() throws IOException {
        return Files.walk(FIXTURES).filter(file -> file.toString().endsWith(".yaml"));
    }

    static Stream<Path> invalid() throws IOException {
        return all().filter(file -> file.getParent().endsWith("invalid"));
    }

    /** Even refused input must be readable: one bad stored object may not stop an informer. */
    @ParameterizedTest
    @MethodSource("all")
    void shouldReadEveryFixture(Path file) throws IOException {
        for (String document : Files.readString(file).split("(?m)^---$")) {
            if (document.contains("apiVersion: drumline.dev/")) {
                HasMetadata read = SERIALIZATION.unmarshal(document, typeOf(file));
                assertThat(read.getMetadata().getName()).isNotBlank();
                assertThat(SERIALIZATION.unmarshal(SERIALIZATION.asYaml(read), typeOf(file)))
                        .isEqualTo(read);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldSayWhatMustBeReadAndByWhom(Path file) throws IOException {
        assertThat(Files.readAllLines(file).get(0)).matches("# refused: (spec|metadata)[A-Za-z0-9.\\[\\]]*: .+");
        assertThat(Files.readAllLines(file).get(1)).matches("# by: (cel|schema|operator)");
    }

    @Test
    void shouldIgnoreFieldsOfALaterVersion() {
        // Given
        String yaml = """
                kind: PeriodicTask
                metadata: {name: later}
                later: 1
                spec: {later: 1, schedule: {every: 10s, later: 1}, task: t}
                status: {later: 1}
                """;
        // When
        var task = SERIALIZATION.unmarshal(yaml, PeriodicTask.class);
        // Then
        assertThat(task.getSpec().schedule().every()).isEqualTo("10s");
    }

    private static Class<? extends HasMetadata> typeOf(Path file) {
        String kind = FIXTURES.relativize(file).getName(0).toString();
        return switch (kind) {
            case "taskbroker" -> TaskBroker.class;
            case "periodictask" -> PeriodicTask.class;
            case "periodictaskset" -> PeriodicTaskSet.class;
            case "workerpool" -> WorkerPool.class;
            default -> throw new IllegalArgumentException("no type for the fixtures of " + kind);
        };
    }
}
