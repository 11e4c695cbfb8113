// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;

/** The beats of a broker. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BeatSpec(
        @JsonPropertyDescription("""
                How many beats run, 0 to 64. Default 2: one takes over within seconds when the other \
                dies. 0 stops firing; what was due meanwhile follows each task's catchUp.""") @Default("2") @Min(0) @Max(64) @SpecReplicas
        Integer replicas,

        @JsonPropertyDescription("""
                Container image of the beat. Default: the one the operator was installed with. A \
                change rolls the beats, one at a time.""") @Size(max = 512) String image,
        @JsonPropertyDescription("""
                Requests and limits of the beat container, as in a pod. Default: 100m CPU and 256Mi \
                requested, 512Mi limit.""") ObjectNode resources,
        @JsonPropertyDescription("""
                What to merge into the pod template of the beats (labels, nodeSelector, tolerations, \
                affinity …), in the shape of a PodTemplateSpec. It may not weaken pod security \
                "restricted".""") ObjectNode podTemplate) {
    public static final int DEFAULT_REPLICAS = 2;
    public static final BeatSpec DEFAULT = new BeatSpec(null, null, null, null);

    public BeatSpec {
        replicas = replicas == null ? DEFAULT_REPLICAS : replicas;
    }
}
