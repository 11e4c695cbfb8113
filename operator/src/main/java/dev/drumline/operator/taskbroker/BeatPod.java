// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.crds.taskbroker.BeatSpec;
import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.owned.Component;
import dev.drumline.operator.owned.Env;
import dev.drumline.operator.pod.OwnProgram;
import dev.drumline.operator.pod.PodTemplates;
import dev.drumline.operator.pod.Resources;
import dev.drumline.operator.pod.RestrictedPod;
import dev.drumline.operator.pod.TmpFolder;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pod of a beat. */
final class BeatPod {
    /** Leases are handed over in milliseconds; the rest is for a JVM that is slow to stop. */
    private static final long GRACE_SECONDS = 10;

    /**
     * Most of the memory is for the entries, some 500 bytes each with their arguments. Of the collectors the serial one was the
     * least late and the smallest (docs/performance.md). A podTemplate may say otherwise.
     */
    private static final String JAVA_OPTIONS = "-XX:MaxRAMPercentage=70 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders";

    private BeatPod() {}

    static PodTemplateSpec template(Component beat, BeatSpec spec, BrokerEndpoint endpoint, String defaultImage) {
        PodTemplateSpec ours = RestrictedPod.secure(new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(beat.labels())
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName(beat.name())
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(GRACE_SECONDS)
                .withAffinity(apart(beat))
                .addNewTopologySpreadConstraint()
                .withMaxSkew(1)
                .withTopologyKey("topology.kubernetes.io/zone")
                .withWhenUnsatisfiable("ScheduleAnyway")
                .withNewLabelSelector()
                .withMatchLabels(beat.selector())
                .endLabelSelector()
                .endTopologySpreadConstraint()
                .withContainers(container(spec, endpoint, defaultImage))
                .withVolumes(TmpFolder.volume("64Mi"))
                .endSpec()
                .build());
        return PodTemplates.merge(ours, spec.podTemplate());
    }

    private static Container container(BeatSpec spec, BrokerEndpoint endpoint, String defaultImage) {
        List<EnvVar> env = new ArrayList<>(Env.ofBroker(endpoint));
        env.add(Env.value("DRUMLINE_PARTITIONS", Integer.toString(endpoint.partitions())));
        env.add(Env.value("JDK_JAVA_OPTIONS", JAVA_OPTIONS));
        return OwnProgram.container(new ContainerBuilder()
                .withName("beat")
                .withImage(Objects.requireNonNullElse(spec.image(), defaultImage))
                .withEnv(env)
                .withResources(Resources.of(
                        spec.resources(), Map.of("cpu", "100m", "memory", "256Mi"), Map.of("memory", "512Mi")))
                .withVolumeMounts(TmpFolder.mount()));
    }

    /** Not on one node, where there is a choice: a lost node then costs one beat, not all. */
    private static Affinity apart(Component beat) {
        return new AffinityBuilder()
                .withNewPodAntiAffinity()
                .addNewPreferredDuringSchedulingIgnoredDuringExecution()
                .withWeight(100)
                .withNewPodAffinityTerm()
                .withTopologyKey("kubernetes.io/hostname")
                .withNewLabelSelector()
                .withMatchLabels(beat.selector())
                .endLabelSelector()
                .endPodAffinityTerm()
                .endPreferredDuringSchedulingIgnoredDuringExecution()
                .endPodAntiAffinity()
                .build();
    }
}
