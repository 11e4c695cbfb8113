// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of several policies counts. */
public enum SelectPolicy {
    @JsonProperty("Max")
    MAX,
    @JsonProperty("Min")
    MIN,
    @JsonProperty("Disabled")
    DISABLED
}
