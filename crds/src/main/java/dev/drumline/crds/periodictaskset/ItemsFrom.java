// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictaskset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** Where rows are read from. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemsFrom(
        @JsonPropertyDescription("""
                ConfigMaps of this namespace, up to 1 MiB each. A value whose key ends in .jsonl holds \
                a JSON object a line; one whose key ends in .csv has a line with the names of its \
                columns first, and its values are texts (RFC 4180).""") @Required ConfigMapRows configMaps) {}
