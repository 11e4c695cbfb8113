// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.common;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;

/** Names a TaskBroker of the same namespace; nothing reaches across namespaces. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BrokerRef(
        @JsonPropertyDescription("Name of a TaskBroker in the same namespace. Default: default.")
        @Default("default")
        @Size(min = 1, max = 52)
        String name) {

    public static final BrokerRef DEFAULT = new BrokerRef(null);

    public BrokerRef {
        name = name == null ? "default" : name;
    }
}
