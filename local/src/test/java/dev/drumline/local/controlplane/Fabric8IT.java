// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.drumline.local.api.PodLogs;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client under the Java Operator SDK, against the village. */
class Fabric8IT {

    @TempDir
    static Path folder;

    private static ControlPlane plane;
    private static KubernetesClient client;

    @BeforeAll
    static void startVillage() throws IOException {
        plane = ControlPlane.start(0, folder, "a-token", PodLogs.NONE, Clock.systemUTC());
        Path kubeconfig = folder.resolve("kubeconfig");
        plane.writeKubeconfig(kubeconfig);
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Files.readString(kubeconfig)))
                .build();
        try (var definition = Fabric8IT.class.getResourceAsStream("bells.yaml")) {
            client.load(definition).create();
        }
    }

    @AfterAll
    static void stopVillage() {
        client.close();
        plane.close();
    }

    @Test
    void shouldSeeChangesThroughAnInformer() {
        try (SharedIndexInformer<ConfigMap> informer =
                client.configMaps().inNamespace("default").inform()) {
            client.resource(configMap("watched", "1")).create();
            await().until(() -> informer.getIndexer().getByKey("default/watched") != null);

            client.resource(configMap("watched", "2")).update();
            await().until(() -> "2"
                    .equals(informer.getIndexer()
                            .getByKey("default/watched")
                            .getData()
                            .get("a")));

            client.configMaps().inNamespace("default").withName("watched").delete();
            await().until(() -> informer.getIndexer().getByKey("default/watched") == null);
        }
    }

    @Test
    void shouldApplyOnTheServerTwiceWithoutChange() {
        PatchContext apply = new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager("operator")
                .withForce(true)
                .build();

        Deployment first = client.resource(deployment("applied")).patch(apply);
        Deployment second = client.resource(deployment("applied")).patch(apply);

        assertThat(second.getMetadata().getGeneration())
                .isEqualTo(first.getMetadata().getGeneration());
        assertThat(second.getMetadata().getManagedFields())
                .anyMatch(f ->
                        f.getManager().equals("operator") && f.getOperation().equals("Apply"));
    }

    @Test
    void shouldApplyAStatusBesideTheSpec() {
        GenericKubernetesResource bell = bell("told");
        client.resource(bell).create();
        GenericKubernetesResource told = bell("told");
        told.setAdditionalProperties(Map.of("status", Map.of("ringers", 3)));

        client.resource(told)
                .subresource("status")
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager("operator")
                        .withForce(true)
                        .build());

        GenericKubernetesResource stored = client.resource(bell).get();
        assertThat(stored.<Integer>get("status", "ringers")).isEqualTo(3);
        assertThat(stored.<String>get("spec", "every")).isEqualTo("10s");
    }

    @Test
    void shouldRefuseAnUpdateOfAnOldVersion() {
        ConfigMap read = client.resource(configMap("raced", "1")).create();
        client.resource(configMap("raced", "2")).update();
        read.setData(Map.of("a", "3"));

        assertThatThrownBy(() -> client.resource(read).update())
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> assertThat(e.getCode())
                        .isEqualTo(409));
    }

    @Test
    void shouldElectALeaderByItsLease() throws Exception {
        AtomicBoolean leading = new AtomicBoolean();
        var elector = client.leaderElector()
                .withConfig(new LeaderElectionConfigBuilder()
                        .withName("leader")
                        .withLock(new LeaseLock("default", "leader", "me"))
                        .withLeaseDuration(Duration.ofSeconds(15))
                        .withRenewDeadline(Duration.ofSeconds(10))
                        .withRetryPeriod(Duration.ofSeconds(1))
                        .withLeaderCallbacks(new LeaderCallbacks(() -> leading.set(true), () -> {}, leader -> {}))
                        .build())
                .build();

        var running = elector.start();

        await().untilTrue(leading);
        running.cancel(true);
    }

    @Test
    void shouldKeepEventsOfBothApis() {
        client.resource(new EventBuilder()
                        .withNewMetadata()
                        .withName("rang.1")
                        .withNamespace("default")
                        .endMetadata()
                        .withReason("Rang")
                        .withMessage("the bell rang")
                        .withType("Normal")
                        .withNewInvolvedObject()
                        .withKind("Bell")
                        .withName("big")
                        .endInvolvedObject()
                        .build())
                .create();

        var shown = client.events()
                .v1()
                .events()
                .inNamespace("default")
                .withName("rang.1")
                .get();

        assertThat(shown.getNote()).isEqualTo("the bell rang");
        assertThat(client.v1()
                        .events()
                        .inNamespace("default")
                        .withField("involvedObject.kind", "Bell")
                        .list()
                        .getItems())
                .hasSize(1);
    }

    private static ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .addToData("a", value)
                .build();
    }

    private static GenericKubernetesResource bell(String name) {
        GenericKubernetesResource bell = new GenericKubernetesResource();
        bell.setApiVersion("village.test/v1");
        bell.setKind("Bell");
        bell.setMetadata(configMap(name, "").getMetadata());
        bell.setAdditionalProperties(Map.of("spec", Map.of("every", "10s")));
        return bell;
    }

    private static Deployment deployment(String name) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .addToMatchLabels("app", name)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("main:1")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
