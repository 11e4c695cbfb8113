// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** The rules of one direction, as in a HorizontalPodAutoscaler. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScalingRules(
        @JsonPropertyDescription("""
                Seconds over which the most careful recommendation wins, 0 to 3600. Default 0 up, 60 \
                down.""") @Min(0) @Max(3600) Integer stabilizationWindowSeconds,
        @JsonPropertyDescription("""
                Which of several policies counts: Max, Min or Disabled. Default Max.""") SelectPolicy selectPolicy,
        @JsonPropertyDescription("""
                How much may change in a period. Default: no limit.""") @Size(max = 16) List<ScalingPolicy> policies) {}
