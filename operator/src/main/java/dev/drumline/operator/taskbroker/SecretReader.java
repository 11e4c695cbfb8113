// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads a Secret by its name; the operator may neither list nor watch them. */
@ApplicationScoped
public class SecretReader {
    private final KubernetesClient client;

    public SecretReader(KubernetesClient client) {
        this.client = client;
    }

    public Optional<Secret> read(String namespace, String name) {
        return Optional.ofNullable(
                client.secrets().inNamespace(namespace).withName(name).get());
    }
}
