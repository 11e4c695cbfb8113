// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.periodictask;

import dev.drumline.crds.periodictask.PeriodicTask;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks the API server itself, past every cache. */
@ApplicationScoped
public class TaskLister {
    private final KubernetesClient client;

    public TaskLister(KubernetesClient client) {
        this.client = client;
    }

    public List<PeriodicTask> list(String namespace) {
        return client.resources(PeriodicTask.class)
                .inNamespace(namespace)
                .list()
                .getItems();
    }
}
