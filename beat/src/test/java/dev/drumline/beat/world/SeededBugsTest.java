// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.Flaw;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The world is worth something if it finds what is wrong on purpose. */
class SeededBugsTest {

    private static final int MOST_SEEDS = 1_000;
    private static final int SEEDS = 200;
    private static final int MOST_PARTITIONS = 6;

    static Stream<Arguments> bugs() {
        return Stream.of(
                Arguments.of("mark not checked", Run.with(Flaw.MARK_NOT_CHECKED), "queued twice"),
                Arguments.of(
                        "neither checked", Run.with(Flaw.MARK_NOT_CHECKED, Flaw.LEASE_NOT_CHECKED), "queued twice"),
                Arguments.of("lease not checked", Run.with(Flaw.LEASE_NOT_CHECKED), "did not hold it"),
                Arguments.of("version not checked", Run.with(Flaw.VERSION_NOT_CHECKED), "old definition"),
                Arguments.of("early not checked", Run.with(Flaw.EARLY_NOT_CHECKED), "early"),
                Arguments.of("mark short of the last", Run.with(Flaw.MARK_ENDS_BEFORE_TO), "queued twice"),
                Arguments.of("rewind skipped", beats(NeverRewinds::new), "lost"),
                Arguments.of("lost answer taken for a refusal", beats(TakesSilenceForRefusal::new), "queued twice"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void shouldBeFound(String bug, Run run, String complaint) {
        assertThat(LongStream.rangeClosed(1, MOST_SEEDS).anyMatch(seed -> run.complaints(Scenarios.of(seed)).stream()
                        .anyMatch(found -> found.contains(complaint))))
                .as(bug)
                .isTrue();
    }

    @Test
    void shouldBeShownWithItsSeedAndItsHistory() {
        assertThat(Run.with(Flaw.MARK_ENDS_BEFORE_TO).failure(1))
                .singleElement()
                .asString()
                .startsWith("seed=1 ")
                .contains("queued twice")
                .contains("Fired[");
    }

    /** Leases save work: without their check the marks alone see to it that nothing is queued twice or lost. */
    @Test
    void shouldComplainOfTheLeaseAloneWhenItIsNotChecked() {
        Run greedy = new Run(Set.of(Flaw.LEASE_NOT_CHECKED), SeededBugsTest::holdingAll);

        assertThat(complaints(greedy)).isNotEmpty().allSatisfy(complaint -> assertThat(complaint)
                .contains("did not hold it"));
    }

    @Test
    void shouldHaveNoComplaintOfBeatsThatBelieveTheyHoldEverything() {
        assertThat(complaints(beats(SeededBugsTest::holdingAll))).isEmpty();
    }

    private static List<String> complaints(Run run) {
        return LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .boxed()
                .flatMap(seed -> run.complaints(Scenarios.of(seed)).stream())
                .toList();
    }

    private static FiringStore holdingAll(FiringStore store) {
        return new BelievesThatItHoldsAll(store, MOST_PARTITIONS);
    }

    private static Run beats(UnaryOperator<FiringStore> habit) {
        return new Run(Set.of(), habit);
    }
}
