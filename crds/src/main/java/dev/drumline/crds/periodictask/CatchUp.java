// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens when several occurrences are overdue at once. */
public enum CatchUp {
    @JsonProperty("Latest")
    LATEST,
    @JsonProperty("All")
    ALL
}
