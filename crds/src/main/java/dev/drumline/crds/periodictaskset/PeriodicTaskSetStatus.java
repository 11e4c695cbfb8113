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
                Rows that were read.""") Integer rows,
        @JsonPropertyDescription("""
                Rows that became schedules.""") Integer acceptedRows,
        @JsonPropertyDescription("""
                Rows that couldn't be rendered; they harm no other row.""") Integer rejectedRows,
        @JsonPropertyDescription("""
                The first ten rejected rows and why.""") @Size(max = 10) List<RejectedRow> rejections)
        implements ConditionedStatus {}
