// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.taskbroker.BeatPlan;
import dev.drumline.operator.testing.Yaml;
import dev.drumline.operator.workerpool.WorkerPlan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code in-x.yaml} leads to exactly the objects of {@code out-x.yaml} beside it. Print them anew, then read the
 * difference, with {@code ./mvnw -pl operator -am test -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgolden.print=true}.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<Path> inputs() {
        return Stream.of("beat", "worker")
                .flatMap(folder -> Yaml.files(GOLDEN, folder).stream())
                .filter(file -> file.getFileName().toString().startsWith("in-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void shouldPlanWhatIsWrittenDown(Path input) throws IOException {
        String planned = print(plan(input));
        Path output = output(input);
        if (Boolean.getBoolean("golden.print")) {
            Files.writeString(output, planned);
        }
        assertThat(planned).isEqualTo(Yaml.text(output));
    }

    @Test
    void shouldUseEveryFile() {
        List<Path> outputs = inputs().stream().map(GoldenTest::output).toList();
        assertThat(Stream.of("beat", "worker").flatMap(folder -> Yaml.files(GOLDEN, folder).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(inputs().stream(), outputs.stream()).toList());
    }

    private static List<HasMetadata> plan(Path input) {
        TaskBroker broker = Yaml.read(Yaml.document(input, "TaskBroker"), TaskBroker.class);
        boolean hasUsername = Yaml.text(input).contains("# the Secret has a username");
        BrokerEndpoint endpoint = BrokerEndpoint.of(broker.getSpec(), hasUsername);
        if (input.getParent().endsWith("beat")) {
            return BeatPlan.resources(broker, endpoint, "drumline/beat:0.1.0");
        }
        WorkerPool pool = Yaml.read(Yaml.document(input, "WorkerPool"), WorkerPool.class);
        return WorkerPlan.resources(pool, endpoint, "drumline/worker:0.1.0");
    }

    private static String print(List<HasMetadata> resources) {
        return resources.stream().map(Yaml::write).collect(Collectors.joining());
    }

    private static Path output(Path input) {
        return input.resolveSibling(input.getFileName().toString().replaceFirst("in-", "out-"));
    }
}
