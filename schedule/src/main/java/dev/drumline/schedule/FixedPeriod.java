// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/**
 * Occurrences at {@code anchor + k * period} for every integer k, however far from the anchor: no drift, no state. Without an
 * anchor the phase is a hash of the identity, so that many schedules of one period are spread evenly over it.
 */
record FixedPeriod(long periodMillis, long anchorMillis) implements Schedule {
    private static final long PHASE_SEED = 2;

    static FixedPeriod parse(Rule.Every rule, String identity) {
        long period = Periods.parseMillis("schedule.every", rule.period());
        long anchor = rule.anchorTime() == null
                ? Long.remainderUnsigned(StableHash.of(identity, PHASE_SEED), period)
                : Times.parseMillis("schedule.anchorTime", rule.anchorTime());
        return new FixedPeriod(period, anchor);
    }

    @Override
    public long nextMillis(long afterMillis) {
        return afterMillis + periodMillis - Math.floorMod(afterMillis - anchorMillis, periodMillis);
    }
}
