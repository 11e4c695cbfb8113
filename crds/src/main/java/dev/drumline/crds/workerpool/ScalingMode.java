// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a scaling decision. */
public enum ScalingMode {
    @JsonProperty("Apply")
    APPLY,
    @JsonProperty("DryRun")
    DRY_RUN,
    @JsonProperty("HoldScaleDown")
    HOLD_SCALE_DOWN
}
