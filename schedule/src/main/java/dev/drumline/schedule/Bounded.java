// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** The occurrences from a first to a last millisecond, both included. */
record Bounded(Schedule schedule, long startMillis, long endMillis) implements Schedule {

    /** A null start or end leaves that side open, within the years 0 to 9999. */
    static Bounded parse(Schedule schedule, String startTime, String endTime) {
        long start = startTime == null ? Times.MIN_MILLIS : Times.parseMillis("startTime", startTime);
        long end = endTime == null ? Times.MAX_MILLIS : Times.parseMillis("endTime", endTime);
        if (end <= start) {
            throw new ScheduleException("endTime", "must be after spec.startTime");
        }
        Bounded bounded = new Bounded(schedule, start, end);
        if (bounded.nextMillis(start - 1) == NEVER) {
            throw new ScheduleException("schedule", "never happens: no occurrence from spec.startTime to spec.endTime");
        }
        return bounded;
    }

    @Override
    public long nextMillis(long afterMillis) {
        if (afterMillis >= endMillis) {
            return NEVER;
        }
        long next = schedule.nextMillis(Math.max(afterMillis, startMillis - 1));
        return next <= endMillis ? next : NEVER;
    }
}
