// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.owned;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import jakarta.enterprise.context.ApplicationScoped;

/** The cluster behind the API server. */
@ApplicationScoped
class ApiCluster implements Cluster {
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("drumline-operator")
            .withForce(true)
            .build();

    private final KubernetesClient client;

    ApiCluster(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public void apply(HasMetadata desired) {
        client.resource(desired).patch(APPLY);
    }
}
