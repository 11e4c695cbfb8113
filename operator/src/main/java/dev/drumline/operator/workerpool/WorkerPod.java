// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.workerpool;

import dev.drumline.crds.workerpool.WorkerPool;
import dev.drumline.crds.workerpool.WorkerPoolSpec;
import dev.drumline.crds.workerpool.WorkerSpec;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.owned.Component;
import dev.drumline.operator.pod.OwnProgram;
import dev.drumline.operator.pod.PodTemplates;
import dev.drumline.operator.pod.Resources;
import dev.drumline.operator.pod.RestrictedPod;
import dev.drumline.operator.pod.TmpFolder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.Map;

/** The pod of a worker. */
final class WorkerPod {
    /** What a worker needs after its tasks are done: handing back what is left, and saying goodbye. */
    private static final int GRACE_MARGIN_SECONDS = 15;

    private WorkerPod() {}

    static PodTemplateSpec template(Component worker, WorkerPool pool, BrokerEndpoint broker, String defaultImage) {
        WorkerPoolSpec spec = pool.getSpec();
        WorkerImage image = WorkerImage.of(spec.worker(), defaultImage);
        PodTemplateSpec ours = RestrictedPod.secure(new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(worker.labels())
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(worker.name())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds((long) spec.drain().gracePeriodSeconds() + GRACE_MARGIN_SECONDS)
                .withContainers(container(pool, broker, image))
                .withVolumes(TmpFolder.volume("256Mi"))
                .endSpec()
                .build());
        return PodTemplates.merge(ours, spec.worker().podTemplate());
    }

    private static Container container(WorkerPool pool, BrokerEndpoint broker, WorkerImage image) {
        WorkerSpec worker = pool.getSpec().worker();
        ContainerBuilder container = new ContainerBuilder()
                .withName("worker")
                .withImage(image.name())
                .withCommand(worker.command())
                .withArgs(worker.args())
                .withEnv(WorkerEnv.of(pool, broker))
                .withResources(Resources.of(worker.resources(), Map.of("cpu", "100m", "memory", "256Mi"), Map.of()))
                .withVolumeMounts(TmpFolder.mount());
        // Of a foreign image nothing is known: neither that it answers on a port, nor that its root may be read-only.
        return image.isOurs() ? OwnProgram.container(container) : container.build();
    }
}
