// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The positions of the sun that Celery knows. */
public enum SolarEvent {
    @JsonProperty("dawn_astronomical")
    DAWN_ASTRONOMICAL,
    @JsonProperty("dawn_nautical")
    DAWN_NAUTICAL,
    @JsonProperty("dawn_civil")
    DAWN_CIVIL,
    @JsonProperty("sunrise")
    SUNRISE,
    @JsonProperty("solar_noon")
    SOLAR_NOON,
    @JsonProperty("sunset")
    SUNSET,
    @JsonProperty("dusk_civil")
    DUSK_CIVIL,
    @JsonProperty("dusk_nautical")
    DUSK_NAUTICAL,
    @JsonProperty("dusk_astronomical")
    DUSK_ASTRONOMICAL
}
