// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;

/** Celery's crontab, field by field. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CrontabRule(
        @JsonPropertyDescription("""
                Minutes, 0-59. Default *.""") @Default("'*'") @Size(max = 256)
        String minute,

        @JsonPropertyDescription("""
                Hours, 0-23. Default *.""") @Default("'*'") @Size(max = 256)
        String hour,

        @JsonPropertyDescription("""
                Days of the week, 0-6, Sunday is 0, or sun-sat. Default *.""") @Default("'*'") @Size(max = 256)
        String dayOfWeek,

        @JsonPropertyDescription("""
                Days of the month, 1-31. Default *.""") @Default("'*'") @Size(max = 256)
        String dayOfMonth,

        @JsonPropertyDescription("""
                Months, 1-12 or jan-dec. Default *.""") @Default("'*'") @Size(max = 256)
        String monthOfYear) {}
