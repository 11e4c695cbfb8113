// SPDX-License-Identifier: Apache-2.0
package dev.drumline.e2e.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows and the "never"s of docs/adr/0001-modules.md. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.drumline");

    /** Each room, and the rooms of ours that it may use. */
    static final Map<String, List<String>> ARROWS = Map.of(
            "schedule", List.of(),
            "broker", List.of("schedule"),
            "client", List.of("broker"),
            "beat", List.of("schedule", "broker"),
            "worker", List.of("schedule", "broker"),
            "crds", List.of("schedule"),
            "operator", List.of("crds", "schedule", "broker"),
            "cli", List.of("crds", "schedule", "client", "broker"),
            "local", List.of(),
            "bench", List.of("schedule", "broker", "client", "beat", "worker", "crds", "operator", "cli", "local"));

    private static final String SUN_LIBRARY = "org.shredzone.commons.suncalc..";

    static final ArchRule CLOCKWORK = noClasses()
            .that()
            .resideInAPackage(in("schedule"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.util.concurrent..",
                    "com..",
                    "io..")
            .orShould()
            .dependOnClassesThat(resideInAPackage("org..").and(not(resideInAPackage(SUN_LIBRARY))))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    /** The one library of the clockwork has a room of its own there. */
    static final ArchRule SUN = noClasses()
            .that()
            .resideInAPackage(in("schedule"))
            .and()
            .resideOutsideOfPackage(in("schedule.sun"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SUN_LIBRARY);

    static final ArchRule BROKER = noClasses()
            .that()
            .resideInAPackage(in("broker"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..", "io.quarkus..", "jakarta..");

    static final ArchRule DATA_PLANE = noClasses()
            .that()
            .resideInAnyPackage(in("beat"), in("worker"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..");

    static final ArchRule BEAT_CLOCK = noClasses()
            .that()
            .resideInAPackage(in("beat"))
            .and()
            .resideOutsideOfPackage("dev.drumline.beat.program..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @TestFactory
    Stream<DynamicTest> shouldUseNoRoomButThoseItMay() {
        return ARROWS.keySet().stream()
                .sorted()
                .map(room ->
                        DynamicTest.dynamicTest(room, () -> forbiddenRooms(room).check(HOUSE)));
    }

    /** The rooms that this one may not use. */
    static List<String> forbiddenTo(String room) {
        List<String> forbidden = new ArrayList<>(ARROWS.keySet());
        forbidden.removeAll(ARROWS.get(room));
        forbidden.remove(room);
        forbidden.add("e2e");
        return forbidden;
    }

    static ArchRule forbiddenRooms(String room) {
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        forbiddenTo(room).stream().map(ArchitectureTest::in).toArray(String[]::new))
                // A room may be empty until its issue.
                .allowEmptyShould(true);
    }

    @Test
    void shouldKeepTheClockworkFreeOfClocksThreadsAndInput() {
        CLOCKWORK.check(HOUSE);
    }

    @Test
    void shouldAskForTheSunInItsRoomAlone() {
        SUN.check(HOUSE);
    }

    @Test
    void shouldKeepTheBrokerFreeOfKubernetesAndQuarkus() {
        BROKER.check(HOUSE);
    }

    @Test
    void shouldKeepTheDataPlaneFreeOfKubernetes() {
        DATA_PLANE.check(HOUSE);
    }

    @Test
    void shouldReadTheSystemClockOnlyWhereABeatIsWiredTogether() {
        BEAT_CLOCK.check(HOUSE);
    }

    private static String in(String room) {
        return "dev.drumline." + room + "..";
    }
}
