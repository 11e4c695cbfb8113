// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.spec;

import dev.drumline.schedule.ScheduleException;
import dev.drumline.schedule.Times;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Instants as the user writes them, by RFC 3339. */
public final class Instants {
    private Instants() {}

    /** @throws ScheduleException of {@code field} */
    public static long parseMillis(String field, String text) {
        try {
            return Times.toMillis(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new ScheduleException(field, "must be an RFC 3339 time such as 2026-12-24T18:00:00Z");
        }
    }
}
