// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.workerpool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** An environment variable, as in a pod. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvVariable(
        @JsonPropertyDescription("""
                Name of the variable.""") @Required @Size(min = 1, max = 256)
        String name,

        @JsonPropertyDescription("""
                Its value. Default: the empty text, unless valueFrom is set.""") @Size(max = 32768) String value,
        @JsonPropertyDescription("""
                Where its value comes from (secretKeyRef, configMapKeyRef, fieldRef), as in a pod.""") ObjectNode valueFrom) {}
