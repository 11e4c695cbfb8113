// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** When a task is due: exactly one kind of rule. */
@ValidationRule(value = RuleChecks.ONE_KIND, message = RuleChecks.ONE_KIND_MESSAGE)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleRule(
        @JsonPropertyDescription("""
                A fixed period such as 10s, 1m30s or 500ms, at least 100ms; drift-free. The phase \
                follows from the name of the task, so that many tasks of one period are spread \
                evenly, unless anchorTime is given.""")
        @Size(max = RuleChecks.PERIOD_SIZE)
        @ValidationRule(value = RuleChecks.PERIOD, message = RuleChecks.PERIOD_MESSAGE)
        String every,

        @JsonPropertyDescription("""
                With every: one instant (RFC 3339) that the occurrences are counted from, in both \
                directions. Default: derived from the name of the task.""") String anchorTime,

        @JsonPropertyDescription("""
                POSIX and Kubernetes cron: five fields with names, ranges, lists and steps, or a \
                macro such as @hourly; when both day fields are restricted, either matches. Read in \
                timeZone.""")
        @Size(max = RuleChecks.CRON_SIZE)
        @ValidationRule(value = RuleChecks.CRON_ZONE, message = RuleChecks.CRON_ZONE_MESSAGE)
        @ValidationRule(value = RuleChecks.CRON_FIELDS, message = RuleChecks.CRON_FIELDS_MESSAGE)
        String cron,

        @JsonPropertyDescription("""
                Celery's own crontab: all fields must match, Sunday is 0. Read in timeZone.""") CrontabRule crontab,
        @JsonPropertyDescription("""
                One instant (RFC 3339) to fire at, once. The instant of a task without other rules, \
                if it had passed when the task was accepted, is treated by catchUp.""") String at,
        @JsonPropertyDescription("""
                The sun's rise, noon, set or twilight at a place, once a day; days without it are \
                passed over.""") SolarRule solar,

        @JsonPropertyDescription("""
                A recurrence rule of RFC 5545, such as FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9; BYEASTER is \
                known too. startTime is its DTSTART, which COUNT and rules that name no day need. \
                Read in timeZone. At most 512 characters.""") @Size(max = RuleChecks.RRULE_SIZE)
        String rrule) {}
