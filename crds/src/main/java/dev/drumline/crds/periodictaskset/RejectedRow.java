// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictaskset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A row that became no schedule. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectedRow(
        @JsonPropertyDescription("""
                Key of the row; none when it can't be read.""") String key,
        @JsonPropertyDescription("""
                Where the row stands and what is wrong with it.""") String message) {}
