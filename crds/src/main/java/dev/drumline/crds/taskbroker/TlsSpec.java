// SPDX-License-Identifier: Apache-2.0
package dev.drumline.crds.taskbroker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.drumline.crds.common.SecretRef;

/** How Redis is trusted. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TlsSpec(@JsonPropertyDescription("""
                Secret of this namespace whose key ca.crt holds the certificate authority. Default: \
                the image's own trust store.""") SecretRef caSecretRef) {}
