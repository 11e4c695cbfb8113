// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** The run that the annotation run-now asked for last. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LastRunNow(
        @JsonPropertyDescription("Id of its task; it follows from the annotation's value.")
        String taskId,

        @JsonPropertyDescription("When the operator had it queued.")
        String queuedTime) {}
