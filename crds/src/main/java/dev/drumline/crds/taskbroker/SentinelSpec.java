// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** A Sentinel group. */
@ValidationRule(
        value = "self.masterName.matches('^[A-Za-z0-9._-]+$')",
        message = "masterName must consist of letters, digits, . _ and -")
@ValidationRule(
        value = "self.nodes.all(node, node.matches('^[A-Za-z0-9_.-]+(:[0-9]{1,5})?$'))",
        message = "nodes must each look like host:26379")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SentinelSpec(
        @JsonPropertyDescription("""
                The name under which the Sentinels watch the primary. Stock Celery workers find it in \
                the variable DRUMLINE_SENTINEL_MASTER.""") @Required @Size(min = 1, max = 128)
        String masterName,

        @JsonPropertyDescription("""
                Addresses of the Sentinels as host or host:port, port 26379 by default, 1 to 16; a \
                short host name is a Service of this namespace. Beats may reach these ports and 6379; \
                a primary on another port needs a NetworkPolicy of yours.""") @Required @Size(min = 1, max = 16)
        List<@Size(min = 1, max = 261) String> nodes) {}
