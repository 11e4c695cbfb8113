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
                ConfigMaps of this namespace; each value whose key ends in .jsonl or .csv is read as \
                rows, up to 1 MiB each.""") @Required ConfigMapRows configMaps) {}
