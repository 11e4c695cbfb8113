// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.time.Instant;

/** The instants that the clockwork counts in: epoch milliseconds between the years 0 and 9999. */
public final class Times {
    public static final int MAX_YEAR = 9999;
    public static final long MIN_MILLIS = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    public static final long MAX_MILLIS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private Times() {}

    /** Rounded down to a millisecond and clamped to the years 0 to 9999. */
    public static long toMillis(Instant instant) {
        long seconds = Math.clamp(instant.getEpochSecond(), MIN_MILLIS / 1000 - 1, MAX_MILLIS / 1000);
        return seconds == instant.getEpochSecond() ? instant.toEpochMilli() : seconds * 1000;
    }

    static long toMillisRoundedUp(Instant instant) {
        return toMillis(instant) + (instant.getNano() % 1_000_000 == 0 ? 0 : 1);
    }
}
