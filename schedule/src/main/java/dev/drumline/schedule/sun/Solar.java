// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.sun;

import dev.drumline.schedule.Schedule;
import dev.drumline.schedule.ScheduleException;

/** Reads a solar schedule as Celery has it. */
public final class Solar {
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    private Solar() {}

    /**
     * @param event the name of one of Celery's nine events
     * @param latitude degrees, north positive, -90 to 90
     * @param longitude degrees, east positive, -180 to 180
     * @throws ScheduleException of field {@code solar.event}, {@code solar.latitude} or {@code solar.longitude}
     */
    public static Schedule parse(String event, double latitude, double longitude) {
        SolarEvent known = SolarEvent.named(event)
                .orElseThrow(() -> new ScheduleException(
                        "solar.event", "unknown event \"" + event + "\"; use " + SolarEvent.names()));
        checkDegrees("solar.latitude", latitude, MOST_LATITUDE);
        checkDegrees("solar.longitude", longitude, MOST_LONGITUDE);
        return new SolarSchedule(known, new Sky(latitude, longitude));
    }

    private static void checkDegrees(String field, double degrees, double most) {
        // Written so that it refuses what is no number too.
        if (!(Math.abs(degrees) <= most)) {
            throw new ScheduleException(
                    field, "is " + degrees + ", must be -" + Math.round(most) + " to " + Math.round(most) + " degrees");
        }
    }
}
