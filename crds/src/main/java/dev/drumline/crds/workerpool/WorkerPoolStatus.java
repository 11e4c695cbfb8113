// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.drumline.crds.common.Condition;
import dev.drumline.crds.common.ConditionedStatus;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;

/** What the operator last saw of a pool. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerPoolStatus(
        @JsonPropertyDescription("""
                The latest observations; Ready is the summary, and its message says what to do when \
                it is not True.""") @Size(max = 16) List<Condition> conditions,
        @JsonPropertyDescription("""
                The metadata.generation that this status speaks of; older than the object means that \
                the operator has not seen the change yet.""") Long observedGeneration,
        @JsonPropertyDescription("""
                Names of the queues, for the printer column.""") String queues,
        @JsonPropertyDescription("""
                Worker pods there are.""") @StatusReplicas Integer replicas,
        @JsonPropertyDescription("""
                Worker pods that are ready.""") Integer readyReplicas,
        @JsonPropertyDescription("""
                Worker pods there should be.""") Integer desiredReplicas,
        @JsonPropertyDescription("""
                Label selector of the worker pods, for the scale subresource.""") @LabelSelector String selector,
        @JsonPropertyDescription("""
                Tasks that run at the moment.""") Integer busy,
        @JsonPropertyDescription("""
                Messages that wait on the queues of the pool, over all priorities.""") Long depth,
        @JsonPropertyDescription("""
                Seconds that the oldest waiting message has waited.""") Long oldestMessageAgeSeconds,
        @JsonPropertyDescription("""
                The last scaling decision.""") ScalingDecision decision,
        @JsonPropertyDescription("""
                When the number of workers was last changed.""") String lastScaleTime)
        implements ConditionedStatus {}
