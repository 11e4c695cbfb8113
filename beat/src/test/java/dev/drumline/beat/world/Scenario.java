// SPDX-License-Identifier: Apache-2.0
package dev.drumline.beat.world;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that a run is made of: the same scenario runs the same way every time.
 *
 * @param seed for what is left to chance while it runs
 * @param began Redis' clock at the beginning
 * @param entries how many there are, of all kinds; 0: one in each partition, due ten times a second
 * @param millis how long there is trouble; then all is healed
 * @param clockDrift how wrong a beat's clock may run; 0.05: five percent
 * @param slowestMicros how long a message travels at most when nothing is wrong
 */
record Scenario(
        long seed,
        Instant began,
        int beats,
        int partitions,
        int entries,
        long millis,
        double clockDrift,
        long slowestMicros,
        List<Trouble> troubles) {

    @Override
    public String toString() {
        return "seed=%d began=%s beats=%d partitions=%d entries=%d millis=%d clockDrift=%s slowestMicros=%d%n%s"
                .formatted(
                        seed,
                        began,
                        beats,
                        partitions,
                        entries,
                        millis,
                        clockDrift,
                        slowestMicros,
                        troubles.stream()
                                .map(trouble -> "  " + trouble + System.lineSeparator())
                                .collect(Collectors.joining()));
    }

    Scenario with(List<Trouble> others) {
        return new Scenario(
                seed, began, beats, partitions, entries, millis, clockDrift, slowestMicros, List.copyOf(others));
    }
}
