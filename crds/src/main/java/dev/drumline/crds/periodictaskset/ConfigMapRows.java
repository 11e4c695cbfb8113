// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictaskset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** Which ConfigMaps hold rows. */
@ValidationRule(value = "has(self.names) != has(self.selector)", message = "set exactly one of names, selector")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfigMapRows(
        @JsonPropertyDescription("""
                Names of ConfigMaps, at most 256. Exactly one of names and selector.""") @Size(max = 256) List<@Size(min = 1, max = 253) String> names,
        @JsonPropertyDescription("""
                Label selector of ConfigMaps (matchLabels, matchExpressions); it names at least one \
                label. Exactly one of names and selector.""") ObjectNode selector) {}
