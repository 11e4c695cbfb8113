// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.crds.periodictask.PeriodicTask;
import dev.drumline.crds.periodictaskset.PeriodicTaskSet;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.operator.testing.Yaml;
import dev.drumline.schedule.spec.MinimumPeriod;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator says the sentence of every fixture, whether or not the API server would have said it first. */
class FixtureVerdictTest {
    private static final Path FIXTURES = Path.of("../crds/src/test/resources/fixtures");

    static List<Path> valid() {
        return Yaml.files(FIXTURES, "valid");
    }

    static List<Path> invalid() {
        return Yaml.files(FIXTURES, "invalid");
    }

    static List<Path> unsupported() {
        return Yaml.files(FIXTURES, "unsupported");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void shouldFindNoProblemInValidInput(Path file) {
        assertThat(judge(file).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void shouldRefuseInvalidInputWithItsSentence(Path file) {
        assertThat(judge(file).problems()).extracting(Problem::toString).containsExactly(header(file, "refused"));
        assertThat(judge(file).reason()).isEqualTo("InvalidSpec");
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void shouldNameWhatIsNotYetSupported(Path file) {
        assertThat(judge(file).problems()).isEmpty();
        assertThat(judge(file).reason()).isEqualTo("NotYetSupported");
        assertThat(judge(file).message()).isEqualTo("not yet supported: " + header(file, "unsupported"));
    }

    private static Verdict judge(Path file) {
        String kind = FIXTURES.relativize(file).getName(0).toString();
        return switch (kind) {
            case "taskbroker" -> judgeBroker(file);
            case "periodictask" -> judgeTask(file);
            case "periodictaskset" ->
                PeriodicTaskSetValidation.judge(
                        Yaml.read(Yaml.document(file, "PeriodicTaskSet"), PeriodicTaskSet.class));
            case "workerpool" ->
                WorkerPoolValidation.judge(Yaml.read(Yaml.document(file, "WorkerPool"), WorkerPool.class));
            default -> throw new IllegalArgumentException("nobody judges a " + kind);
        };
    }

    private static Verdict judgeTask(Path file) {
        PeriodicTask task = Yaml.read(Yaml.document(file, "PeriodicTask"), PeriodicTask.class);
        task.getMetadata().setCreationTimestamp("2026-03-01T00:00:00Z");
        return PeriodicTaskValidation.judge(task, "shop/check-cpu", minimum(file));
    }

    /** That of the broker which the fixture needs to be there. */
    private static MinimumPeriod minimum(Path file) {
        return after(file)
                .map(broker -> MinimumPeriod.parse(
                        Yaml.read(Yaml.text(broker), TaskBroker.class).getSpec().minimumPeriod()))
                .orElse(MinimumPeriod.LEAST);
    }

    private static Optional<Path> after(Path file) {
        return optionalHeader(file, "after")
                .map(name ->
                        FIXTURES.resolve(FIXTURES.relativize(file).getName(0)).resolve(name));
    }

    private static Verdict judgeBroker(Path file) {
        TaskBroker broker = Yaml.read(Yaml.document(file, "TaskBroker"), TaskBroker.class);
        Optional<Integer> before = after(file).map(applied -> 64);
        Verdict verdict = TaskBrokerValidation.judge(broker, before);
        if (!verdict.isAccepted() || !file.getFileName().toString().startsWith("secret-")) {
            return verdict;
        }
        Optional<Secret> secret = Yaml.text(file).contains("kind: Secret")
                ? Optional.of(Yaml.read(Yaml.document(file, "Secret"), Secret.class))
                : Optional.empty();
        return CredentialsValidation.check(broker.getSpec().redis().credentialsSecretRef(), secret)
                .map(Verdict::refused)
                .orElse(Verdict.ACCEPTED);
    }

    private static String header(Path file, String name) {
        return optionalHeader(file, name).orElseThrow();
    }

    private static Optional<String> optionalHeader(Path file, String name) {
        return Yaml.text(file)
                .lines()
                .filter(line -> line.startsWith("# " + name + ": "))
                .map(line -> line.substring(name.length() + 4))
                .findFirst();
    }
}
