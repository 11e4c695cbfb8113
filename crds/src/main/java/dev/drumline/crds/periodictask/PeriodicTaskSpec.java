// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumline.crds.common.BrokerRef;
import dev.drumline.crds.common.JsonArray;
import dev.drumline.crds.common.QueueName;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;

/** What a PeriodicTask asks for: when, what to send, where to, and what to do with occurrences that were late.
 *
 * <p>It is read from JSON, never built by hand; its accessors apply no rule, see the operator for those. */
@ValidationRule(
        value = "!has(self.startTime) || !has(self.endTime) || timestamp(self.endTime) > timestamp(self.startTime)",
        message = "must be after spec.startTime",
        fieldPath = ".endTime")
@ValidationRule(value = "has(self.schedule) != has(self.schedules)", message = "set exactly one of schedule, schedules")
@ValidationRule(value = """
                !has(self.spreadSeconds) || self.spreadSeconds == 0 || !has(self.schedule) \
                || !has(self.schedule.every) \
                || !self.schedule.every.matches('^([0-9]{1,5}(h|m|s|ms)){1,4}$') \
                || self.spreadSeconds < duration(self.schedule.every).getSeconds()""", message = "must be less than the period", fieldPath = ".spreadSeconds")
@ValidationRule(value = """
                !has(self.spreadSeconds) || self.spreadSeconds == 0 || !has(self.schedules) \
                || self.schedules.all(rule, !has(rule.every) \
                || !rule.every.matches('^([0-9]{1,5}(h|m|s|ms)){1,4}$') \
                || self.spreadSeconds < duration(rule.every).getSeconds())""", message = "must be less than the period", fieldPath = ".spreadSeconds")
@ValidationRule(value = """
                !has(self.timeLimitSeconds) || !has(self.softTimeLimitSeconds) \
                || self.softTimeLimitSeconds < self.timeLimitSeconds""", message = "must be less than timeLimitSeconds", fieldPath = ".softTimeLimitSeconds")
@ValidationRule(
        value =
                "!has(self.ignoreResult) || !self.ignoreResult || !has(self.concurrencyPolicy) || self.concurrencyPolicy == 'Allow'",
        message = PeriodicTaskSpec.RESULT_NEEDED,
        fieldPath = ".ignoreResult")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodicTaskSpec(
        @JsonPropertyDescription("""
                The TaskBroker that fires this task. Default: the TaskBroker named default in this \
                namespace. A change moves the schedule there.""") @Default("{\"name\":\"default\"}")
        BrokerRef brokerRef,

        @JsonPropertyDescription("""
                When the task is due: exactly one of every, cron, crontab, at, solar, rrule. Exactly \
                one of schedule and schedules.""") ScheduleRule schedule,

        @JsonPropertyDescription("""
                When the task is due, by several rules: 1 to 16, each as in schedule. It is due when \
                one of them says so; an instant that two of them name is one occurrence. Exactly one \
                of schedule and schedules.""")
        @Size(max = 32)
        @ValidationRule(value = "self.size() >= 1 && self.size() <= 16", message = "list 1 to 16 rules")
        List<ScheduleRule> schedules,

        @JsonPropertyDescription("""
                When the task is not due after all: at most 16 rules, each as in schedule; every \
                needs its anchorTime. What lies in the forSeconds from a due time of such a rule on \
                is left out, such as all of Sunday with cron "* * * * sun". Judged before \
                spreadSeconds shifts. Default: none.""")
        @Size(max = 32)
        @ValidationRule(value = "self.size() <= 16", message = "list at most 16 rules")
        List<ExceptRule> except,

        @JsonPropertyDescription("""
                IANA time zone, such as Europe/Berlin, that cron, crontab and rrule are read in. \
                Default UTC.""") @Size(max = 64) String timeZone,
        @JsonPropertyDescription("""
                Shifts the occurrences by a stable amount, derived from the name, in [0, this many \
                seconds), so that not everything happens at :00. Less than the period. Default 0, at \
                most 86400.""") @Min(0) @Max(86400) Integer spreadSeconds,
        @JsonPropertyDescription("""
                No occurrence before this instant (RFC 3339). Default: none.""") String startTime,
        @JsonPropertyDescription("""
                No occurrence after this instant (RFC 3339); after startTime. Default: none.""") String endTime,

        @JsonPropertyDescription("""
                How many occurrences there are in all, counted from startTime, or else from when the \
                task was made; 1 to 1000000, with several schedules, except or solar 1 to 10000. \
                What except leaves out does not count, what was missed does. Default: no limit.""")
        @ValidationRule(value = "self >= 1 && self <= 1000000", message = "must be 1-1000000")
        Integer maxRuns,

        @JsonPropertyDescription("""
                true: nothing is fired until it is false again; what was due meanwhile is let go. \
                Default false.""") @Default("false") Boolean suspend,

        @JsonPropertyDescription("""
                Seconds after its due time, past which an occurrence counts as missed instead of \
                being fired late. At least 1. Default: no deadline.""")
        @ValidationRule(value = "self >= 1", message = "must be at least 1")
        @Max(31536000)
        Integer startingDeadlineSeconds,

        @JsonPropertyDescription("""
                When several occurrences are overdue at once: Latest fires the newest one and counts \
                the others as missed, All fires every one that startingDeadlineSeconds allows. \
                Default Latest.""") @Default("Latest") CatchUp catchUp,
        @JsonPropertyDescription("""
                When an occurrence is due and the previous one has not finished: Allow queues it, \
                Forbid skips it and counts it as missed, Replace revokes the previous one. Of one \
                whose end is never heard of, that is taken for granted after expiresSeconds (or an \
                hour) and timeLimitSeconds (or 23 hours). Default Allow.""") @Default("Allow") ConcurrencyPolicy concurrencyPolicy,

        @JsonPropertyDescription("""
                Name of the Celery task to send, as workers have registered it, such as \
                monitor.check_metric. At most 255 characters.""")
        @Required
        @Size(max = 1024)
        @ValidationRule(
                value = "self.size() <= 255 && self.matches('^[A-Za-z_][A-Za-z0-9_.:-]*$')",
                message = "must match [A-Za-z_][A-Za-z0-9_.:-]* and be at most 255 characters")
        String task,

        @JsonPropertyDescription("""
                Positional arguments: a JSON array of at most 65536 bytes. Default [].""") @SchemaFrom(type = JsonArray.class)
        JsonNode args,

        @JsonPropertyDescription("""
                Keyword arguments: a JSON object of at most 65536 bytes. Default {}.""") @SchemaFrom(type = ObjectNode.class)
        JsonNode kwargs,

        @JsonPropertyDescription("""
                Queue to send to: letters, digits, _ . and -, at most 128 characters. Default \
                celery, as Celery's own.""")
        @Default("celery")
        @Size(max = 1024)
        @ValidationRule(value = QueueName.RULE, message = QueueName.MESSAGE)
        String queue,

        @JsonPropertyDescription("""
                0 to 9; 0 is served first, as Celery on Redis has it. Default 0.""")
        @ValidationRule(value = "self >= 0 && self <= 9", message = "must be 0-9 (0 is served first)")
        Integer priority,

        @JsonPropertyDescription("""
                Seconds after the due time, past which workers drop the message unexecuted. At least \
                1. Default: never.""") @Min(1) @Max(31536000) Integer expiresSeconds,

        @JsonPropertyDescription("""
                Extra message headers, text to text, at most 32. The names that the message itself \
                uses (id, task, eta …) are reserved.""")
        @Size(max = 32)
        @ValidationRule(
                value = ReservedHeaders.RULE,
                message = "a header of the message itself is reserved",
                messageExpression = ReservedHeaders.MESSAGE)
        Map<String, @Size(max = 1024) String> headers,

        @JsonPropertyDescription("""
                true: workers store no result. Default: true, since nobody waits for a periodic \
                task; false with concurrencyPolicy Forbid or Replace, which must not have it \
                true.""") Boolean ignoreResult,
        @JsonPropertyDescription("""
                Seconds after which a worker kills the run. At least 1. Default: no limit of its \
                own.""") @Min(1) @Max(2592000) Integer timeLimitSeconds,
        @JsonPropertyDescription("""
                Seconds after which a worker asks the run to stop; less than timeLimitSeconds. At \
                least 1. Default: no limit of its own.""") @Min(1) @Max(2592000) Integer softTimeLimitSeconds) {
    public static final String DEFAULT_QUEUE = "celery";

    public static final String RESULT_NEEDED =
            "must not be true with concurrencyPolicy Forbid or Replace: by its result it is seen that a run has ended";

    public PeriodicTaskSpec {
        brokerRef = brokerRef == null ? BrokerRef.DEFAULT : brokerRef;
        suspend = suspend != null && suspend;
        catchUp = catchUp == null ? CatchUp.LATEST : catchUp;
        concurrencyPolicy = concurrencyPolicy == null ? ConcurrencyPolicy.ALLOW : concurrencyPolicy;
        queue = queue == null ? DEFAULT_QUEUE : queue;
        schedules = schedules == null ? null : List.copyOf(schedules);
        except = except == null ? null : List.copyOf(except);
        headers = headers == null ? null : Map.copyOf(headers);
    }
}
