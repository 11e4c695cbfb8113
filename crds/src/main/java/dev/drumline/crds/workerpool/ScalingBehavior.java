// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How fast the number of workers may change. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScalingBehavior(
        @JsonPropertyDescription("""
                Upwards. Default: at once.""") ScalingRules scaleUp,
        @JsonPropertyDescription("""
                Downwards. Default: a stabilization window of 60 s.""") ScalingRules scaleDown) {}
