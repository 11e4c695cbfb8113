// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.words;

import java.util.ArrayList;
import java.util.List;

/** A length of time in its units: 1 minute 30 seconds. */
final class PeriodWords {
    private static final List<Unit> UNITS = List.of(
            new Unit("hour", 3_600_000),
            new Unit("minute", 60_000),
            new Unit("second", 1_000),
            new Unit("millisecond", 1));

    private record Unit(String name, long millis) {}

    private PeriodWords() {}

    /** @param millis 1 or more */
    static String of(long millis) {
        List<String> parts = new ArrayList<>();
        long left = millis;
        for (Unit unit : UNITS) {
            long number = left / unit.millis();
            if (number > 0) {
                parts.add(number + " " + unit.name() + (number == 1 ? "" : "s"));
            }
            left %= unit.millis();
        }
        return String.join(" ", parts);
    }

    /** {@code Every minute}, {@code Every 90 seconds}. */
    static String every(long millis) {
        return UNITS.stream()
                .filter(unit -> unit.millis() == millis)
                .map(unit -> "Every " + unit.name())
                .findFirst()
                .orElseGet(() -> "Every " + of(millis));
    }
}
