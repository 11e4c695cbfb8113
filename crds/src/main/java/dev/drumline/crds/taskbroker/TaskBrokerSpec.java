// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** What a TaskBroker asks for. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskBrokerSpec(
        @JsonPropertyDescription("""
                The Redis that holds queues, schedules and marks. A change moves to that Redis; what \
                the old one holds stays there.""") @Required RedisSpec redis,
        @JsonPropertyDescription("""
                The beats: pods that hold partitions and fire what is due in them.""") @Default("{}") BeatSpec beat,

        @JsonPropertyDescription("""
                How many shares the schedules are split into; beats share them out. Default 64, 1 to \
                1024. Can't be changed.""")
        @Default("64")
        @Min(1)
        @Max(1024)
        @ValidationRule(
                value = "self == oldSelf",
                message = "can't be changed; make a new TaskBroker and move the schedules")
        Integer partitions,

        @JsonPropertyDescription("""
                How often a rule of a PeriodicTask may fire at most: the least time between two of \
                its occurrences, 100ms to 24h. Tasks with a rule that fires more often are refused, \
                those that were accepted before included: they fire no more until their rule or \
                this is changed. Default 100ms.""")
        @Default("100ms")
        @Size(max = 64)
        @ValidationRule(value = """
                        self.matches('^([0-9]{1,5}(h|m|s|ms)){1,4}$') && duration(self) >= duration('100ms') \
                        && duration(self) <= duration('24h')""", message = "must be a duration of 100ms to 24h, such as 1s")
        String minimumPeriod,

        @JsonPropertyDescription("""
                What holds for every queue of this broker that says nothing itself.""") QueueDefaults queueDefaults,
        @JsonPropertyDescription("""
                Seconds after which stock Celery workers take a message back that nobody acked; \
                Drumline's own workers do not wait for it. 10 to 604800; default: Celery's 3600. Not \
                yet supported.""") @Min(10) @Max(604800) Integer visibilityTimeoutSeconds,
        @JsonPropertyDescription("""
                How priorities are spread over Redis lists; must equal what the Celery programs on \
                this Redis use. Not yet supported.""") PrioritySpec priority) {
    public static final int DEFAULT_PARTITIONS = 64;
    public static final String DEFAULT_MINIMUM_PERIOD = "100ms";

    public TaskBrokerSpec {
        beat = beat == null ? BeatSpec.DEFAULT : beat;
        minimumPeriod = minimumPeriod == null ? DEFAULT_MINIMUM_PERIOD : minimumPeriod;
        partitions = partitions == null ? DEFAULT_PARTITIONS : partitions;
    }
}
