// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictask;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.drumline.crds.common.Condition;
import dev.drumline.crds.common.ConditionedStatus;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What the operator last saw of a periodic task; never written per run. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodicTaskStatus(
        @JsonPropertyDescription("""
                The latest observations; Ready is the summary, and its message says what to do when \
                it is not True.""") @Size(max = 16) List<Condition> conditions,
        @JsonPropertyDescription("""
                The metadata.generation that this status speaks of; older than the object means that \
                the operator has not seen the change yet.""") Long observedGeneration,
        @JsonPropertyDescription("""
                The schedule in words for a person, such as "every 10s" or "cron 0 3 * * * \
                Europe/Berlin".""") String schedule,
        @JsonPropertyDescription("""
                The partition of the broker that holds this schedule.""") Integer partition,
        @JsonPropertyDescription("""
                The next due time when this was last refreshed, at most once a minute; the exact one \
                comes from the metrics and from `drumline next`.""") String nextScheduleTime,
        @JsonPropertyDescription("""
                The last due time when this was last refreshed, at most once a minute.""") String lastScheduleTime,
        @JsonPropertyDescription("""
                Occurrences queued so far, when this was last refreshed.""") Long runs,
        @JsonPropertyDescription("""
                Occurrences that were let go since the schedule was stored in Redis, when this was \
                last refreshed, at most once a minute; absent while there are none. A suspended task \
                begins anew.""") MissedOccurrences missed,
        @JsonPropertyDescription("""
                The run that the annotation drumline.dev/run-now asked for last.""") LastRunNow lastRunNow)
        implements ConditionedStatus {

    public PeriodicTaskStatus with(MissedOccurrences counted) {
        return with(counted, lastRunNow);
    }

    public PeriodicTaskStatus with(LastRunNow run) {
        return with(missed, run);
    }

    private PeriodicTaskStatus with(MissedOccurrences counted, LastRunNow run) {
        return new PeriodicTaskStatus(
                conditions,
                observedGeneration,
                schedule,
                partition,
                nextScheduleTime,
                lastScheduleTime,
                runs,
                counted,
                run);
    }
}
