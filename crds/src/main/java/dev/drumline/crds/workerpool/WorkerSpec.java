// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What runs in a worker pod. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerSpec(
        @JsonPropertyDescription("""
                Container image. Default: the Drumline worker that the operator was installed with. \
                Any other image is started as a Celery worker: it gets CELERY_BROKER_URL, \
                DRUMLINE_QUEUES and DRUMLINE_CONCURRENCY. A change rolls the workers.""") @Size(max = 512) String image,
        @JsonPropertyDescription("""
                Entry point, at most 64 words. Default: the image's.""") @Size(max = 64) List<@Size(max = 4096) String> command,
        @JsonPropertyDescription("""
                Arguments, at most 128. Default: the image's; $(DRUMLINE_QUEUES) and \
                $(DRUMLINE_CONCURRENCY) are expanded.""") @Size(max = 128) List<@Size(max = 4096) String> args,

        @JsonPropertyDescription("""
                More environment variables, at most 128; those that the operator sets are refused.""")
        @Size(max = 128)
        @ValidationRule(
                value = ReservedEnv.RULE,
                message = "a variable that the operator sets",
                messageExpression = ReservedEnv.MESSAGE)
        List<EnvVariable> env,

        @JsonPropertyDescription("""
                Requests and limits of the worker container, as in a pod. Default: 100m CPU and \
                256Mi requested.""") ObjectNode resources,
        @JsonPropertyDescription("""
                What to merge into the pod template of the workers (volumes, nodeSelector, \
                tolerations …), in the shape of a PodTemplateSpec; the container is named worker. It \
                may not weaken pod security "restricted".""") ObjectNode podTemplate) {
    public static final WorkerSpec DEFAULT = new WorkerSpec(null, null, null, null, null, null);

    public WorkerSpec {
        command = command == null ? null : List.copyOf(command);
        args = args == null ? null : List.copyOf(args);
        env = env == null ? null : List.copyOf(env);
    }
}
