// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The occurrences of a rule: a pure function of the rule alone, so every program that parses the same rule sees the same due
 * times. Occurrences have millisecond resolution and lie between the years 0 and 9999.
 */
public interface Schedule {
    /** What {@link #nextMillis} answers when no occurrence follows. */
    long NEVER = Long.MAX_VALUE;

    /** What {@link #previousMillis} answers when no occurrence precedes. */
    long NEVER_BEFORE = Long.MIN_VALUE;

    /** The first occurrence strictly after {@code afterMillis} (epoch milliseconds), or {@link #NEVER}. */
    long nextMillis(long afterMillis);

    /** The last occurrence strictly before {@code beforeMillis} (epoch milliseconds), or {@link #NEVER_BEFORE}. */
    long previousMillis(long beforeMillis);

    /** How many occurrences are after {@code afterMillis} and at or before {@code throughMillis} (epoch milliseconds). */
    default long count(long afterMillis, long throughMillis) {
        long count = 0;
        for (long due = nextMillis(afterMillis); due <= throughMillis && due != NEVER; due = nextMillis(due)) {
            count++;
        }
        return count;
    }

    /** No two occurrences are closer to each other than these milliseconds, 1 or more. */
    default long leastGapMillis() {
        return 1;
    }

    /** The first occurrence strictly after {@code after}; empty when none follows. */
    default Optional<Instant> next(Instant after) {
        long next = nextMillis(Times.toMillis(after));
        return next == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
    }

    /** The last occurrence strictly before {@code before}; empty when none precedes. */
    default Optional<Instant> previous(Instant before) {
        long previous = previousMillis(Times.toMillisRoundedUp(before));
        return previous == NEVER_BEFORE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(previous));
    }

    /** The first {@code limit} occurrences after {@code after} and at or before {@code through}, in order. */
    default List<Instant> between(Instant after, Instant through, int limit) {
        long throughMillis = Times.toMillis(through);
        List<Instant> occurrences = new ArrayList<>();
        long due = nextMillis(Times.toMillis(after));
        while (due <= throughMillis && due != NEVER && occurrences.size() < limit) {
            occurrences.add(Instant.ofEpochMilli(due));
            due = nextMillis(due);
        }
        return occurrences;
    }
}
