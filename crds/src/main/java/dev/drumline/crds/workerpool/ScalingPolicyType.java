// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a policy counts. */
public enum ScalingPolicyType {
    @JsonProperty("Pods")
    PODS,
    @JsonProperty("Percent")
    PERCENT
}
