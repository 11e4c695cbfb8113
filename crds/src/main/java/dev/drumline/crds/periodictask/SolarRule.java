// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** A position of the sun at a place. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SolarRule(
        @JsonPropertyDescription("""
                The position of the sun.""") @Required SolarEvent event,

        @JsonPropertyDescription("""
                Degrees north of the equator, -90 to 90.""") @Required @Min(-90) @Max(90)
        Double latitude,

        @JsonPropertyDescription("""
                Degrees east of Greenwich, -180 to 180.""") @Required @Min(-180) @Max(180)
        Double longitude) {}
