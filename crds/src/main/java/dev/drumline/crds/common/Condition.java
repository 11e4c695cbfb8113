// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A Kubernetes condition ({@code metav1.Condition}); {@code lastTransitionTime} is RFC 3339 text, in seconds. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(
        @JsonPropertyDescription("What the condition is about, in CamelCase; Ready is the summary of the others.")
        @Required
        @Pattern("^[A-Za-z]([A-Za-z0-9_.-]*[A-Za-z0-9])?$")
        @Size(max = 316)
        String type,

        @JsonPropertyDescription("True, False or Unknown.") @Required @Pattern("^(True|False|Unknown)$") @Size(max = 7)
        String status,

        @JsonPropertyDescription("The metadata.generation that this condition was set upon.") @Min(0)
        Long observedGeneration,

        @JsonPropertyDescription("When the status last changed from one value to another.") @Required
        String lastTransitionTime,

        @JsonPropertyDescription("Why, in one CamelCase word that programs may rely on.")
        @Required
        @Pattern("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$")
        @Size(min = 1, max = 1024)
        String reason,

        @JsonPropertyDescription("Why, in words for a person; for refused input the sentence says what to change.")
        @Required
        @Size(max = 32768)
        String message) {}
