// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;

/** How the number of workers is chosen. */
@ValidationRule(
        value = "!has(self.minReplicas) || self.maxReplicas >= self.minReplicas",
        message = "must be at least minReplicas",
        fieldPath = ".maxReplicas")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AutoscalingSpec(
        @JsonPropertyDescription("""
                The least number of workers, 0 to 10000. Default 0: an idle pool costs nothing, and \
                the first message starts a worker.""") @Default("0") @Min(0) @Max(10000)
        Integer minReplicas,

        @JsonPropertyDescription("""
                The greatest number of workers, 1 to 10000.""") @Required @Min(1) @Max(10000)
        Integer maxReplicas,

        @JsonPropertyDescription("""
                How many seconds a message may wait before a worker takes it, 1 to 86400. Default 5, \
                unless targetDepthPerReplica is set.""") @Min(1) @Max(86400) Integer targetLatencySeconds,
        @JsonPropertyDescription("""
                The simple alternative: messages waiting per worker, 1 to 10000000. Default: none.""") @Min(1) @Max(10000000) Integer targetDepthPerReplica,
        @JsonPropertyDescription("""
                Scale ahead of what the schedules are about to fire. Default: off.""") ForecastSpec forecast,
        @JsonPropertyDescription("""
                How fast the number may change, in the shape of a HorizontalPodAutoscaler.""") ScalingBehavior behavior,
        @JsonPropertyDescription("""
                Apply changes the number; DryRun only says in status what it would be; HoldScaleDown \
                never lowers it. Default Apply.""") @Default("Apply") ScalingMode mode) {}
