// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.sun;

/**
 * The sun by the low-precision formulas of The Astronomical Almanac, page C5: enough to know where to look for it, at a hundredth of
 * the price of {@link Sky}. Between 1900 and 2100 the two differ by 0.005 degrees and 3 s, in the year 9999 by 0.4 degrees and 11 min.
 */
final class RoughSun {
    private static final double J2000_EPOCH_DAY = 10_957.5;
    private static final double MINUTES_PER_DEGREE = 4;

    private RoughSun() {}

    /** Degrees north of the equator. */
    static double declination(double epochDay) {
        return Math.toDegrees(Math.asin(Math.sin(obliquity(epochDay)) * Math.sin(longitude(epochDay))));
    }

    /** How many minutes the sun is ahead of a clock that keeps mean solar time: the equation of time. */
    static double minutesAheadOfMeanTime(double epochDay) {
        double longitude = longitude(epochDay);
        double rightAscension = Math.atan2(Math.cos(obliquity(epochDay)) * Math.sin(longitude), Math.cos(longitude));
        return Math.IEEEremainder(meanLongitude(epochDay) - Math.toDegrees(rightAscension), 360) * MINUTES_PER_DEGREE;
    }

    private static double longitude(double epochDay) {
        double anomaly = Math.toRadians(357.528 + 0.9856003 * (epochDay - J2000_EPOCH_DAY));
        return Math.toRadians(meanLongitude(epochDay) + 1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
    }

    private static double meanLongitude(double epochDay) {
        return 280.460 + 0.9856474 * (epochDay - J2000_EPOCH_DAY);
    }

    private static double obliquity(double epochDay) {
        return Math.toRadians(23.439 - 0.0000004 * (epochDay - J2000_EPOCH_DAY));
    }
}
