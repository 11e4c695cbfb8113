// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** A Sentinel group. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentinelSpec(
        @JsonPropertyDescription("""
                The name under which the Sentinels watch the primary.""") @Required @Size(min = 1, max = 128)
        String masterName,

        @JsonPropertyDescription("""
                Addresses of the Sentinels as host:port, 1 to 16.""") @Required @Size(min = 1, max = 16)
        List<@Size(min = 1, max = 261) String> nodes) {}
