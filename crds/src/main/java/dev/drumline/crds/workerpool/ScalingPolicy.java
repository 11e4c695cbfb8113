// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** How much may change in a period. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScalingPolicy(
        @JsonPropertyDescription("""
                Pods counts workers, Percent is relative to their number.""") @Required ScalingPolicyType type,

        @JsonPropertyDescription("""
                How many, 1 to 10000.""") @Required @Min(1) @Max(10000)
        Integer value,

        @JsonPropertyDescription("""
                In how many seconds, 1 to 1800.""") @Required @Min(1) @Max(1800)
        Integer periodSeconds) {}
