// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.drumline.crds.common.Condition;
import dev.drumline.crds.common.ConditionedStatus;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;

/** What the operator last saw of a broker. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskBrokerStatus(
        @JsonPropertyDescription("""
                The latest observations; Ready is the summary, and its message says what to do when \
                it is not True.""") @Size(max = 16) List<Condition> conditions,
        @JsonPropertyDescription("""
                The metadata.generation that this status speaks of; older than the object means that \
                the operator has not seen the change yet.""") Long observedGeneration,
        @JsonPropertyDescription("""
                Beats that run and have reported to Redis within their heartbeat.""") @StatusReplicas Integer beats,
        @JsonPropertyDescription("""
                Label selector of the beat pods, for the scale subresource.""") @LabelSelector String selector,
        @JsonPropertyDescription("""
                Partitions that some beat holds at the moment; all of them, when all is well.""") Integer partitionsHeld,
        @JsonPropertyDescription("""
                Schedules that Redis holds for this broker.""") Long schedules,
        @JsonPropertyDescription("""
                Every occurrence due at or before this time was fired or counted as missed. A \
                checkpoint, refreshed every 30 s.""") String firedThroughTime)
        implements ConditionedStatus {}
