// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How many occurrences were let go, in all and by reason; a reason that never was is left out. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MissedOccurrences(
        @JsonPropertyDescription("For all reasons together.")
        Long total,

        @JsonPropertyDescription("Later than startingDeadlineSeconds.")
        Long deadline,

        @JsonPropertyDescription("A newer one was due as well, and catchUp is Latest.")
        Long superseded,

        @JsonPropertyDescription("The queue was full, or its key in Redis is no list.")
        Long queue,

        @JsonPropertyDescription("The one before had not ended, and concurrencyPolicy is Forbid.")
        Long running) {}
