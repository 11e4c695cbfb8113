// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.crds.workerpool.WorkerPoolSpec;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.owned.CommonParts;
import dev.drumline.operator.owned.Component;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Objects;

/** Everything that a pool's workers need. */
public final class WorkerPlan {
    private WorkerPlan() {}

    /** @param defaultImage what runs when the pool names none */
    public static List<HasMetadata> resources(WorkerPool pool, BrokerEndpoint broker, String defaultImage) {
        Component worker = Component.workerOf(pool);
        return List.of(
                CommonParts.serviceAccount(worker),
                CommonParts.disruptionBudget(worker),
                deployment(worker, pool, broker, defaultImage));
    }

    static int replicas(WorkerPoolSpec spec) {
        return Objects.requireNonNullElse(spec.replicas(), WorkerPoolSpec.DEFAULT_REPLICAS);
    }

    private static Deployment deployment(
            Component worker, WorkerPool pool, BrokerEndpoint broker, String defaultImage) {
        return new DeploymentBuilder()
                .withMetadata(worker.metadata())
                .withNewSpec()
                .withReplicas(replicas(pool.getSpec()))
                .withRevisionHistoryLimit(3)
                .withNewSelector()
                .withMatchLabels(worker.selector())
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(new IntOrString("25%"))
                .withMaxUnavailable(new IntOrString(0))
                .endRollingUpdate()
                .endStrategy()
                .withTemplate(WorkerPod.template(worker, pool, broker, defaultImage))
                .endSpec()
                .build();
    }
}
