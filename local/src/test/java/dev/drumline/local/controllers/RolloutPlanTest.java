// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.drumline.local.controllers.RolloutPlan.State;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutPlanTest {

    private static final State NOTHING = new State(0, 0);

    @Test
    void shouldScaleAloneWhenThereIsOneTemplate() {
        assertThat(RolloutPlan.roll(5, 2, 1, new State(2, 2), List.of()).newSet())
                .isEqualTo(5);
        assertThat(RolloutPlan.roll(1, 1, 0, new State(4, 4), List.of()).newSet())
                .isEqualTo(1);
    }

    @Test
    void shouldStartWithTheSurge() {
        RolloutPlan plan = RolloutPlan.roll(4, 1, 1, NOTHING, List.of(new State(4, 4)));

        assertThat(plan).isEqualTo(new RolloutPlan(1, List.of(3)));
    }

    @Test
    void shouldRemoveBrokenOldPodsFirst() {
        RolloutPlan plan = RolloutPlan.roll(4, 1, 1, new State(1, 0), List.of(new State(4, 2)));

        assertThat(plan.oldSets()).containsExactly(3);
    }

    @Test
    void shouldWaitForOldPodsWhenRecreating() {
        assertThat(RolloutPlan.recreate(3, List.of(new State(3, 3)), false)).isEqualTo(new RolloutPlan(0, List.of(0)));
        assertThat(RolloutPlan.recreate(3, List.of(new State(0, 0)), true)).isEqualTo(new RolloutPlan(3, List.of(0)));
    }

    /** Any Deployment reaches its end, and stays within its bounds on the way there. */
    @Test
    void shouldNeverLeaveItsBoundsOnTheWay() {
        Random random = new Random(42);
        for (int run = 0; run < 500; run++) {
            int wanted = random.nextInt(1, 12);
            int surge = random.nextInt(0, 4);
            int unavailable = surge == 0 ? 1 : random.nextInt(0, wanted);
            State fresh = NOTHING;
            State old = new State(wanted, wanted);
            for (int step = 0; step < 100 && !done(fresh, old, wanted); step++) {
                RolloutPlan plan = RolloutPlan.roll(wanted, surge, unavailable, fresh, List.of(old));
                int left = plan.oldSets().getFirst();
                assertThat(plan.newSet() + left).isLessThanOrEqualTo(wanted + surge);
                assertThat(fresh.available() + Math.min(left, old.available()))
                        .isGreaterThanOrEqualTo(wanted - unavailable);
                // As many of the new pods as chance has it become ready.
                int ready = Math.min(plan.newSet(), fresh.available() + random.nextInt(0, 3));
                fresh = new State(plan.newSet(), ready);
                old = new State(left, left);
            }
            assertThat(done(fresh, old, wanted)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"25%, 4, true, 1", "25%, 5, true, 2", "25%, 5, false, 1", "25%, 1, false, 0", "100%, 3, false, 3"})
    void shouldRoundSurgeUpAndUnavailabilityDown(String share, int wanted, boolean up, int expected) {
        assertThat(RolloutPlan.resolve(TextNode.valueOf(share), wanted, up)).isEqualTo(expected);
        assertThat(RolloutPlan.resolve(IntNode.valueOf(2), wanted, up)).isEqualTo(2);
    }

    private static boolean done(State fresh, State old, int wanted) {
        return fresh.available() == wanted && old.replicas() == 0;
    }
}
