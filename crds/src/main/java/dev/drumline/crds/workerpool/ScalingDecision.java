// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;

/** The last scaling decision: what went in and what decided. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScalingDecision(
        @JsonPropertyDescription("""
                What was decided.""") Integer desiredReplicas,
        @JsonPropertyDescription("""
                The term that decided: latency, depth, busy, minReplicas, maxReplicas, behavior or \
                hold.""") String decidedBy,
        @JsonPropertyDescription("""
                What the decision was made from, name to value.""") Map<String, String> inputs) {}
