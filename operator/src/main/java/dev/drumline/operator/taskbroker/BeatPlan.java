// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.crds.taskbroker.BeatSpec;
import dev.drumline.crds.taskbroker.TaskBroker;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.owned.CommonParts;
import dev.drumline.operator.owned.Component;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;

/** Everything that a broker's beats need. */
public final class BeatPlan {
    private BeatPlan() {}

    /** @param defaultImage what runs when the broker names none */
    public static List<HasMetadata> resources(TaskBroker broker, BrokerEndpoint endpoint, String defaultImage) {
        Component beat = Component.beatOf(broker);
        return List.of(
                CommonParts.serviceAccount(beat),
                BeatNetwork.policy(beat, endpoint),
                service(beat),
                CommonParts.disruptionBudget(beat),
                deployment(beat, broker.getSpec().beat(), endpoint, defaultImage));
    }

    private static Deployment deployment(Component beat, BeatSpec spec, BrokerEndpoint endpoint, String defaultImage) {
        return new DeploymentBuilder()
                .withMetadata(beat.metadata())
                .withNewSpec()
                .withReplicas(spec.replicas())
                .withRevisionHistoryLimit(3)
                .withNewSelector()
                .withMatchLabels(beat.selector())
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(new IntOrString(1))
                .withMaxUnavailable(new IntOrString(0))
                .endRollingUpdate()
                .endStrategy()
                .withTemplate(BeatPod.template(beat, spec, endpoint, defaultImage))
                .endSpec()
                .build();
    }

    private static Service service(Component beat) {
        return new ServiceBuilder()
                .withMetadata(beat.metadata())
                .withNewSpec()
                .withSelector(beat.selector())
                .addNewPort()
                .withName("http")
                .withPort(8080)
                .withNewTargetPort("http")
                .endPort()
                .endSpec()
                .build();
    }
}
