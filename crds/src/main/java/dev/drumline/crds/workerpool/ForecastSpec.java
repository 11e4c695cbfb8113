// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** Scaling ahead of the schedules. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForecastSpec(
        @JsonPropertyDescription("""
                How many seconds to look ahead, 10 to 3600. Default 120.""") @Default("120") @Min(10) @Max(3600)
        Integer horizonSeconds) {}
