// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.drumline.crds.common.QueueName;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A queue that a pool drains. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueSpec(
        @JsonPropertyDescription("""
                Name of the queue: letters, digits, _ . and -, at most 128 characters.""")
        @Required
        @Size(max = 256)
        @ValidationRule(value = QueueName.RULE, message = QueueName.MESSAGE)
        String name,

        @JsonPropertyDescription("""
                Messages waiting on this queue, over which an occurrence for it counts as missed \
                (reason queue). 1 to 100000000. Default: queueDefaults.maxDepth of the broker.""") @Min(1) @Max(100000000)
        Integer maxDepth) {}
