// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.sun;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.shredzone.commons.suncalc.SunPosition;

/**
 * Where the sun stands, by commons-suncalc.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
record Sky(double latitude, double longitude) {
    /** The air lifts the sun at the horizon by 34 minutes of arc, so it is seen when it is so far below. */
    static final double REFRACTION_AT_HORIZON = -34 / 60.0;

    private static final double POLE = 90;
    private static final double SUN_RADIUS_KM = 695_700;

    /** Degrees above the horizon as if there were no air: of its upper limb, or of its centre. */
    double height(long epochSecond, boolean upperLimb) {
        SunPosition sun = position(epochSecond, latitude);
        double radius = Math.toDegrees(Math.asin(SUN_RADIUS_KM / sun.getDistance()));
        return sun.getTrueAltitude() + (upperLimb ? radius : 0);
    }

    /** How far it has passed the meridian, in degrees, -180 to 180: its azimuth for somebody who stands on the north pole. */
    double hourAngle(long epochSecond) {
        return position(epochSecond, POLE).getAzimuth() - 180;
    }

    private SunPosition position(long epochSecond, double latitude) {
        // The zone matters: suncalc takes the sun's distance from the day of the year there, by default that of the
        // machine.
        ZonedDateTime time = Instant.ofEpochSecond(epochSecond).atZone(ZoneOffset.UTC);
        return SunPosition.compute().at(latitude, longitude).on(time).execute();
    }
}
