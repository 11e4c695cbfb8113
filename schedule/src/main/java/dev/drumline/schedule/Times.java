// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants as the user writes them (RFC 3339) and as the clockwork counts them (epoch milliseconds). */
final class Times {
    static final int MAX_YEAR = 9999;
    static final long MIN_MILLIS = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    static final long MAX_MILLIS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private Times() {}

    static long parseMillis(String field, String text) {
        try {
            return toMillis(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new ScheduleException(field, "must be an RFC 3339 time such as 2026-12-24T18:00:00Z");
        }
    }

    /** Rounded down to a millisecond and clamped to the years 0 to 9999. */
    static long toMillis(Instant instant) {
        long seconds = Math.clamp(instant.getEpochSecond(), MIN_MILLIS / 1000 - 1, MAX_MILLIS / 1000);
        return seconds == instant.getEpochSecond() ? instant.toEpochMilli() : seconds * 1000;
    }
}
