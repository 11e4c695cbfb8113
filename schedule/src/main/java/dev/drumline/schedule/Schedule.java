// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * The occurrences of a rule: a pure function of the rule alone, so every program that parses the same rule sees the same due
 * times. Occurrences have millisecond resolution and lie between the years 0 and 9999.
 */
@FunctionalInterface
public interface Schedule {
    /** What {@link #nextMillis} answers when no occurrence follows. */
    long NEVER = Long.MAX_VALUE;

    /** The first occurrence strictly after {@code afterMillis} (epoch milliseconds), or {@link #NEVER}. */
    long nextMillis(long afterMillis);

    /** The first occurrence strictly after {@code after}; empty when none follows. */
    default Optional<Instant> next(Instant after) {
        long next = nextMillis(Times.toMillis(after));
        return next == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
    }
}
