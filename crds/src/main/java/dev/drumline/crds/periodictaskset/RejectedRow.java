// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictaskset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A row that couldn't be rendered. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectedRow(
        @JsonPropertyDescription("""
                Key of the row, or its place when it has none.""") String key,
        @JsonPropertyDescription("""
                What is wrong with it.""") String message) {}
