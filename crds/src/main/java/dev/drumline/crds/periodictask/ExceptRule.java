// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A rule whose due times each begin a window in which the task is not due. */
@ValidationRule(value = RuleChecks.ONE_KIND, message = RuleChecks.ONE_KIND_MESSAGE)
@ValidationRule(
        value = "!has(self.every) || has(self.anchorTime)",
        message = "is needed with every, to say where the windows lie",
        fieldPath = ".anchorTime")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExceptRule(
        @JsonPropertyDescription("""
                A window begins each period such as 24h or 1h30m, at least 100ms, counted from \
                anchorTime.""")
        @Size(max = RuleChecks.PERIOD_SIZE)
        @ValidationRule(value = RuleChecks.PERIOD, message = RuleChecks.PERIOD_MESSAGE)
        String every,

        @JsonPropertyDescription("""
                With every, and needed there: one instant (RFC 3339) at which a window begins.""") String anchorTime,

        @JsonPropertyDescription("""
                A window begins with each minute that this cron expression names, as in schedule: * \
                * * * sun leaves out Sundays. Read in timeZone.""")
        @Size(max = RuleChecks.CRON_SIZE)
        @ValidationRule(value = RuleChecks.CRON_ZONE, message = RuleChecks.CRON_ZONE_MESSAGE)
        @ValidationRule(value = RuleChecks.CRON_FIELDS, message = RuleChecks.CRON_FIELDS_MESSAGE)
        String cron,

        @JsonPropertyDescription("""
                A window begins with each minute that this crontab of Celery names, as in schedule. \
                Read in timeZone.""") CrontabRule crontab,
        @JsonPropertyDescription("""
                A single window begins at this instant (RFC 3339).""") String at,
        @JsonPropertyDescription("""
                A window begins each time that the sun takes this position at this place.""") SolarRule solar,

        @JsonPropertyDescription("""
                A window begins at each time of this recurrence rule of RFC 5545, as in schedule. \
                Read in timeZone.""") @Size(max = RuleChecks.RRULE_SIZE)
        String rrule,

        @JsonPropertyDescription("""
                The length of a window in seconds, 1 to 31622400 (366 days). Default 60, the minute \
                that a cron expression names.""")
        @Default("60")
        @ValidationRule(value = "self >= 1 && self <= 31622400", message = "must be 1-31622400")
        Integer forSeconds) {

    ScheduleRule begin() {
        return new ScheduleRule(every, anchorTime, cron, crontab, at, solar, rrule);
    }
}
