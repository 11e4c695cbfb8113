// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** Every occurrence later by the same time. */
public record Shifted(Schedule schedule, long shiftMillis) implements Schedule {

    @Override
    public long nextMillis(long afterMillis) {
        long next = schedule.nextMillis(afterMillis - shiftMillis);
        return next == NEVER ? NEVER : next + shiftMillis;
    }

    @Override
    public long previousMillis(long beforeMillis) {
        long previous = schedule.previousMillis(beforeMillis - shiftMillis);
        return previous == NEVER_BEFORE ? NEVER_BEFORE : previous + shiftMillis;
    }

    @Override
    public long count(long afterMillis, long throughMillis) {
        return schedule.count(afterMillis - shiftMillis, throughMillis - shiftMillis);
    }
}
