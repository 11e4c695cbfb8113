// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** The occurrences from a first to a last millisecond, both included. */
public record Bounded(Schedule schedule, long startMillis, long endMillis) implements Schedule {

    @Override
    public long nextMillis(long afterMillis) {
        if (afterMillis >= endMillis) {
            return NEVER;
        }
        long next = schedule.nextMillis(Math.max(afterMillis, startMillis - 1));
        return next <= endMillis ? next : NEVER;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        if (beforeMillis <= startMillis) {
            return NEVER_BEFORE;
        }
        long previous = schedule.previousMillis(Math.min(beforeMillis, endMillis + 1));
        return previous >= startMillis ? previous : NEVER_BEFORE;
    }

    @Override
    public long count(long afterMillis, long throughMillis) {
        long after = Math.max(afterMillis, startMillis - 1);
        long through = Math.min(throughMillis, endMillis);
        return after < through ? schedule.count(after, through) : 0;
    }

    @Override
    public long leastGapMillis() {
        return schedule.leastGapMillis();
    }
}
