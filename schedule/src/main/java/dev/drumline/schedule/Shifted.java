// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/** Every occurrence later by the same time. */
record Shifted(Schedule schedule, long shiftMillis) implements Schedule {
    private static final long SPREAD_SEED = 3;

    /** Shifts by a hash of the identity in [0, spreadSeconds), so that what is due at the same instant is spread. */
    static Schedule spread(Schedule schedule, int spreadSeconds, String identity) {
        if (spreadSeconds < 0) {
            throw new ScheduleException("spreadSeconds", "must be at least 0");
        }
        if (schedule instanceof FixedPeriod fixed && spreadSeconds * 1000L >= fixed.periodMillis()) {
            throw new ScheduleException("spreadSeconds", "must be less than the period");
        }
        if (spreadSeconds == 0) {
            return schedule;
        }
        return new Shifted(
                schedule, Long.remainderUnsigned(StableHash.of(identity, SPREAD_SEED), spreadSeconds * 1000L));
    }

    @Override
    public long nextMillis(long afterMillis) {
        long next = schedule.nextMillis(afterMillis - shiftMillis);
        return next == NEVER ? NEVER : next + shiftMillis;
    }
}
