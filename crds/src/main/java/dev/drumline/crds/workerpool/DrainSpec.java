// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;

/** How a worker stops. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DrainSpec(
        @JsonPropertyDescription("""
                Seconds that running tasks get to finish when a worker is told to stop; the rest is \
                handed back to the front of its queue. 0 to 86400. Default 600.""") @Default("600") @Min(0) @Max(86400)
        Integer gracePeriodSeconds) {
    public static final int DEFAULT_GRACE_PERIOD_SECONDS = 600;
    public static final DrainSpec DEFAULT = new DrainSpec(null);

    public DrainSpec {
        gracePeriodSeconds = gracePeriodSeconds == null ? DEFAULT_GRACE_PERIOD_SECONDS : gracePeriodSeconds;
    }
}
