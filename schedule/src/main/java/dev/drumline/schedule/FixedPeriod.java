// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule;

/**
 * Occurrences at {@code anchor + k * period} for every integer k, however far from the anchor: no drift, no state.
 *
 * @param periodMillis 1 or more
 */
public record FixedPeriod(long periodMillis, long anchorMillis) implements Schedule {

    @Override
    public long nextMillis(long afterMillis) {
        return afterMillis + periodMillis - Math.floorMod(afterMillis - anchorMillis, periodMillis);
    }

    @Override
    public long previousMillis(long beforeMillis) {
        return nextMillis(beforeMillis - 1) - periodMillis;
    }

    @Override
    public long count(long afterMillis, long throughMillis) {
        long periods = Math.floorDiv(throughMillis - anchorMillis, periodMillis)
                - Math.floorDiv(afterMillis - anchorMillis, periodMillis);
        return Math.max(0, periods);
    }

    @Override
    public long leastGapMillis() {
        return periodMillis;
    }
}
