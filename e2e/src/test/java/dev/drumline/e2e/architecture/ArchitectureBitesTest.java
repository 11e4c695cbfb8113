// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of {@link ArchitectureTest} is seen failing, on a class that does what it forbids. */
class ArchitectureBitesTest {

    private static final JavaClasses SEEDED = new ClassFileImporter()
            .importClasses(
                    dev.drumline.schedule.Seeded.class,
                    dev.drumline.schedule.sun.Seeded.class,
                    dev.drumline.broker.Seeded.class,
                    dev.drumline.client.Seeded.class,
                    dev.drumline.beat.Seeded.class,
                    dev.drumline.worker.Seeded.class,
                    dev.drumline.crds.Seeded.class,
                    dev.drumline.operator.Seeded.class,
                    dev.drumline.cli.Seeded.class,
                    dev.drumline.local.Seeded.class,
                    dev.drumline.bench.Seeded.class);

    /** Each room with each that it may not use. */
    static Stream<Arguments> forbiddenArrows() {
        return ArchitectureTest.ARROWS.keySet().stream()
                .flatMap(from ->
                        ArchitectureTest.forbiddenTo(from).stream().sorted().map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("forbiddenArrows")
    void shouldSeeEachForbiddenArrow(String from, String to) {
        assertThat(violations(ArchitectureTest.forbiddenRooms(from))).anySatisfy(violation -> assertThat(violation)
                .contains("dev.drumline." + from + ".Seeded", "dev.drumline." + to + "."));
    }

    @Test
    void shouldSeeInputThreadsAndClocksInTheClockwork() {
        assertThat(violations(ArchitectureTest.CLOCKWORK))
                .anySatisfy(violation -> assertThat(violation).contains("java.nio.file.Path"))
                .anySatisfy(violation -> assertThat(violation).contains("java.lang.Thread"))
                .anySatisfy(violation -> assertThat(violation).contains("Instant.now()"));
    }

    @Test
    void shouldSeeALibraryInTheClockworkButTheSunInItsRoom() {
        assertThat(violations(ArchitectureTest.CLOCKWORK))
                .anySatisfy(violation -> assertThat(violation).contains("schedule.Seeded", "org.awaitility"))
                .anySatisfy(violation -> assertThat(violation).contains("schedule.sun.Seeded", "org.awaitility"))
                .noneSatisfy(violation -> assertThat(violation).contains("org.shredzone"));
    }

    @Test
    void shouldSeeTheSunOutsideOfItsRoom() {
        assertThat(violations(ArchitectureTest.SUN))
                .anySatisfy(violation -> assertThat(violation).contains("schedule.Seeded", "org.shredzone"))
                .noneSatisfy(violation -> assertThat(violation).contains("schedule.sun.Seeded"));
    }

    @Test
    void shouldSeeKubernetesAndQuarkusInTheBroker() {
        assertThat(violations(ArchitectureTest.BROKER))
                .anySatisfy(violation -> assertThat(violation).contains("KubernetesClient"))
                .anySatisfy(violation -> assertThat(violation).contains("Quarkus"));
    }

    @Test
    void shouldSeeKubernetesInTheDataPlane() {
        assertThat(violations(ArchitectureTest.DATA_PLANE))
                .anySatisfy(violation -> assertThat(violation).contains("beat.Seeded", "KubernetesClient"))
                .anySatisfy(violation -> assertThat(violation).contains("worker.Seeded", "KubernetesClient"));
    }

    @Test
    void shouldSeeAClockInABeat() {
        assertThat(violations(ArchitectureTest.BEAT_CLOCK))
                .anySatisfy(violation -> assertThat(violation).contains("System.nanoTime()"));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(SEEDED).getFailureReport().getDetails();
    }
}
