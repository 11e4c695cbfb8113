// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** What holds for queues that say nothing themselves. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueDefaults(
        @JsonPropertyDescription("""
                Messages waiting on one queue, over which an occurrence for it counts as missed \
                (reason queue) instead of being queued. 1 to 100000000. Default: no limit.""") @Min(1) @Max(100000000)
        Integer maxDepth) {}
