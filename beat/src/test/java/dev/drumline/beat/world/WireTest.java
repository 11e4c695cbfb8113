// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is left of a call whose process is killed at a moment of it. */
class WireTest {

    private final Simulation simulation = new Simulation(1);
    private final Wire wire = new Wire(simulation, new Host(), 1_500, Runnable::run);
    private final List<String> happened = new ArrayList<>();

    @Test
    void shouldNotReachTheServerWhenKilledBefore() {
        call(Wire.Moment.BEFORE);

        assertThat(happened).containsExactly("killed", "failed");
    }

    @Test
    void shouldLeaveTheAnswerToNobodyWhenKilledInside() {
        call(Wire.Moment.INSIDE);

        assertThat(happened).containsExactly("carried out", "killed", "failed");
    }

    @Test
    void shouldHaveTheAnswerWhenKilledAfter() {
        call(Wire.Moment.AFTER);

        assertThat(happened).containsExactly("carried out", "answered", "killed");
    }

    @Test
    void shouldWaitForTheScriptThatIsMeant() {
        wire.at(Wire.Moment.BEFORE, "lease", () -> happened.add("killed"));

        send("fire");
        assertThat(happened).containsExactly("carried out", "answered");

        send("lease");
        assertThat(happened).containsExactly("carried out", "answered", "killed", "carried out", "answered");
    }

    private void call(Wire.Moment moment) {
        wire.at(moment, "fire", () -> {
            happened.add("killed");
            wire.close();
        });
        send("fire");
    }

    private void send(String script) {
        wire.script(script, () -> {
                    happened.add("carried out");
                    return CompletableFuture.completedStage("done");
                })
                .whenComplete((answer, fault) -> happened.add(fault == null ? "answered" : "failed"));
        simulation.runUntil(simulation.nanos() + 5_000_000_000L);
    }
}
