// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import dev.drumline.broker.partition.FiringStore;
import dev.drumline.broker.partition.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run's beats and Redis are, rightly or with a fault on purpose.
 *
 * @param flaws of Redis
 * @param habit of every beat
 */
record Run(Set<Flaw> flaws, UnaryOperator<FiringStore> habit) {

    static final Run FAITHFUL = new Run(Set.of(), UnaryOperator.identity());

    private static final int COMPLAINTS_SHOWN = 5;
    private static final int HISTORY_SHOWN = 200;

    // Thousands of worlds have much to say; kept here, since a logger that nobody keeps forgets its level.
    private static final Logger BEAT_LOG = Logger.getLogger("dev.drumline.beat");

    static {
        BEAT_LOG.setLevel(Level.OFF);
    }

    static Run with(Flaw... flaws) {
        return new Run(Set.of(flaws), UnaryOperator.identity());
    }

    List<String> complaints(Scenario scenario) {
        return complaints(new World(scenario, this));
    }

    private static List<String> complaints(World world) {
        try {
            return world.run();
        } catch (RuntimeException e) {
            return List.of("broke: %s at %s".formatted(e, e.getStackTrace()[0]));
        }
    }

    /** What the run of this seed came to, if that was anything wrong: with no more trouble than it takes. */
    List<String> failure(long seed) {
        Scenario scenario = Scenarios.of(seed);
        return complaints(scenario).isEmpty() ? List.of() : List.of(describe(least(scenario)));
    }

    private String describe(Scenario scenario) {
        World world = new World(scenario, this);
        List<String> complaints = complaints(world);
        List<Happened> history = world.server().history();
        return Stream.of(
                        Stream.of(scenario),
                        complaints.stream().limit(COMPLAINTS_SHOWN),
                        Stream.of("What Redis remembers of it, at last:"),
                        history.stream().skip(Math.max(0, history.size() - HISTORY_SHOWN)))
                .flatMap(lines -> lines)
                .map(Object::toString)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Leaves out whatever trouble it fails without. */
    private Scenario least(Scenario failing) {
        Scenario least = failing;
        for (Trouble trouble : failing.troubles()) {
            List<Trouble> others = new ArrayList<>(least.troubles());
            others.remove(trouble);
            Scenario fewer = least.with(others);
            if (!complaints(fewer).isEmpty()) {
                least = fewer;
            }
        }
        return least;
    }
}
