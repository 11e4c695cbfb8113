// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** When a task is due: exactly one kind of rule. */
@ValidationRule(value = """
                [has(self.every), has(self.cron), has(self.crontab), has(self.at), has(self.solar), has(self.rrule)]\
                .filter(x, x).size() == 1""", message = "set exactly one of every, cron, crontab, at, solar, rrule")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleRule(
        @JsonPropertyDescription("""
                A fixed period such as 10s, 1m30s or 500ms, at least 100ms; drift-free. The phase \
                follows from the name of the task, so that many tasks of one period are spread \
                evenly, unless anchorTime is given.""")
        @Size(max = 64)
        @ValidationRule(value = """
                        self.matches('^([0-9]{1,5}(h|m|s|ms)){1,4}$') && duration(self) >= duration('100ms')""", message = "must be a duration of at least 100ms, such as 10s, 1m30s or 500ms")
        String every,

        @JsonPropertyDescription("""
                With every: one instant (RFC 3339) that the occurrences are counted from, in both \
                directions. Default: derived from the name of the task.""") String anchorTime,

        @JsonPropertyDescription("""
                POSIX and Kubernetes cron: five fields with names, ranges, lists and steps, or a \
                macro such as @hourly; when both day fields are restricted, either matches. Read in \
                timeZone.""")
        @Size(max = 256)
        @ValidationRule(value = "!self.contains('TZ=')", message = "put the time zone into spec.timeZone")
        @ValidationRule(
                value = """
                        self.contains('TZ=') || self.trim().startsWith('@') \
                        || self.trim().split(' ').filter(f, f != '').size() == 5""",
                message =
                        "must have five fields (minute hour day-of-month month day-of-week) or be a macro such as @hourly")
        String cron,

        @JsonPropertyDescription("""
                Celery's own crontab: all fields must match, Sunday is 0. Read in timeZone. Not yet \
                supported.""") CrontabRule crontab,
        @JsonPropertyDescription("""
                One instant (RFC 3339) to fire at, once. An instant that had passed when the task \
                was accepted is treated by catchUp.""") String at,
        @JsonPropertyDescription("""
                A position of the sun at a place. Not yet supported.""") SolarRule solar,
        @JsonPropertyDescription("""
                A recurrence rule of RFC 5545, such as FREQ=MONTHLY;BYDAY=-1FR. Read in timeZone. \
                Not yet supported.""") @Size(max = 512) String rrule) {}
