// SPDX-License-Identifier: Apache-2.0
package dev.drumline.schedule.sun;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Celery's nine events, by Celery's names and heights: the sun passes a height upwards or downwards, or the meridian. */
enum SolarEvent {
    DAWN_ASTRONOMICAL(-18, true),
    DAWN_NAUTICAL(-12, true),
    DAWN_CIVIL(-6, true),
    SUNRISE(Sky.REFRACTION_AT_HORIZON, true),
    SOLAR_NOON(Double.NaN, true),
    SUNSET(Sky.REFRACTION_AT_HORIZON, false),
    DUSK_CIVIL(-6, false),
    DUSK_NAUTICAL(-12, false),
    DUSK_ASTRONOMICAL(-18, false);

    private final double height;
    private final boolean rising;

    /** @param height degrees above the horizon: of its upper limb at sunrise and sunset, else of its centre */
    SolarEvent(double height, boolean rising) {
        this.height = height;
        this.rising = rising;
    }

    static Optional<SolarEvent> named(String name) {
        return Arrays.stream(values())
                .filter(event -> event.toString().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(SolarEvent::toString).collect(Collectors.joining(", "));
    }

    double height() {
        return height;
    }

    boolean isRising() {
        return rising;
    }

    boolean isOfUpperLimb() {
        return this == SUNRISE || this == SUNSET;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
