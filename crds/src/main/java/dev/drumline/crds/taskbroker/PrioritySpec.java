// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** How priorities are spread over Redis lists. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PrioritySpec(
        @JsonPropertyDescription("""
                The priorities that have a list of their own. Default 0, 3, 6, 9, as Celery.""") @Size(min = 1, max = 10)
        List<@Min(0) @Max(9) Integer> steps,

        @JsonPropertyDescription("""
                What stands between queue name and step in a key. Default: the two characters of \
                Celery, 0x06 0x16.""") @Size(min = 1, max = 8)
        String separator) {}
