// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.periodictaskset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.drumline.crds.common.Condition;
import dev.drumline.crds.common.ConditionedStatus;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What the operator last saw of a set. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodicTaskSetStatus(
        @JsonPropertyDescription("""
                The latest observations; Ready is the summary, and its message says what to do when \
                it is not True.""") @Size(max = 16) List<Condition> conditions,
        @JsonPropertyDescription("""
                The metadata.generation that this status speaks of; older than the object means that \
                the operator has not seen the change yet.""") Long observedGeneration,
        @JsonPropertyDescription("""
                Rows that were read, good and bad.""") Integer rows,
        @JsonPropertyDescription("""
                Rows that are schedules now, also those that are suspended or over.""") Integer acceptedRows,
        @JsonPropertyDescription("""
                Rows that can't be rendered, are refused, or whose key another row has; they harm no \
                other row, and what was accepted under their key before goes on.""") Integer rejectedRows,
        @JsonPropertyDescription("""
                Accepted rows that had nothing left to fire when they were last read, such as one \
                whose only instant had passed when the operator first saw it.""") Integer overRows,
        @JsonPropertyDescription("""
                The first ten rejected rows and why.""") @Size(max = 10) List<RejectedRow> rejections,
        @JsonPropertyDescription("""
                How many ConfigMaps, and the set itself where it has items, are still to be read; 0 \
                once all is stored.""") Integer pendingSources)
        implements ConditionedStatus {}
