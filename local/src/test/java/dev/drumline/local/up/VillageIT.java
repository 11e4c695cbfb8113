// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.drumline.local.controlplane.ControlPlane;
import dev.drumline.local.kubectl.Applier;
import dev.drumline.local.kubectl.Connection;
import dev.drumline.local.kubectl.Getter;
import dev.drumline.local.kubectl.RefusedException;
import dev.drumline.local.kubelet.Kubelet;
import dev.drumline.local.kubelet.KubeletLogs;
import dev.drumline.local.kubelet.KubeletSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** API, controllers and kubelet together, spoken to as a user does. */
class VillageIT {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: sleeper}
            spec:
              replicas: %d
              selector: {matchLabels: {app: sleeper}}
              template:
                metadata: {labels: {app: sleeper}}
                spec:
                  containers: [{name: main, image: busybox, command: [sh, -c, 'echo awake; exec sleep 100']}]
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: sleeper}
            spec: {selector: {app: sleeper}, ports: [{port: 80}]}
            """;

    @TempDir
    Path folder;

    private ControlPlane plane;
    private Kubelet kubelet;
    private Applier applier;
    private Getter getter;

    @BeforeEach
    void start() throws Exception {
        Path kubeconfig = folder.resolve("kubeconfig");
        plane = ControlPlane.start(0, folder, "secret", new KubeletLogs(folder.resolve("logs")), Clock.systemUTC());
        plane.writeKubeconfig(kubeconfig);
        kubelet = new Kubelet(plane.store(), new KubeletSettings(folder, kubeconfig, Map.of(), 202), Clock.systemUTC());
        kubelet.start();
        applier = new Applier(Connection.of(kubeconfig), "default");
        getter = new Getter(Connection.of(kubeconfig));
    }

    @AfterEach
    void stop() throws Exception {
        kubelet.close();
        plane.close();
    }

    @Test
    void shouldRunADeploymentsPodsAndNameThemByTheirService() throws Exception {
        assertThat(applier.apply(object(SERVICE))).isEqualTo("service/sleeper");
        assertThat(applier.apply(object(DEPLOYMENT.formatted(2)))).isEqualTo("deployment.apps/sleeper");

        await().untilAsserted(() -> assertThat(getter.get("deploy", "sleeper", "default", ""))
                .satisfies(lines -> assertThat(lines.getLast()).contains("2/2")));
        await().untilAsserted(() -> assertThat(Files.readAllLines(folder.resolve("hosts/default")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("127.202.").contains(" sleeper ")));

        applier.apply(object(DEPLOYMENT.formatted(0)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(getter.get("po", "", "default", "name"))
                .isEmpty());
        await().untilAsserted(() -> assertThat(folder.resolve("hosts/default")).isEmptyFile());
        assertThat(folder.resolve("pods")).isEmptyDirectory();
    }

    @Test
    void shouldSayWhatTheServerSays() {
        assertThatThrownBy(() -> getter.get("unicorns", "", "default", ""))
                .isInstanceOf(RefusedException.class)
                .hasMessage("the server doesn't have a resource type \"unicorns\"");
        assertThatThrownBy(() -> getter.get("cm", "gone", "default", "")).hasMessageContaining("\"gone\" not found");
    }

    @Test
    void shouldStopPodsInTheOrderThatIsAsked() throws Exception {
        applier.apply(object(DEPLOYMENT.formatted(1)));
        await().untilAsserted(() -> assertThat(
                        getter.get("deploy", "sleeper", "default", "").getLast())
                .contains("1/1"));

        kubelet.stop(pod -> pod.at("/metadata/name").asText().startsWith("other"), Duration.ofSeconds(5));
        assertThat(folder.resolve("processes")).isNotEmptyFile();

        kubelet.stop(pod -> true, Duration.ofSeconds(5));
        assertThat(folder.resolve("processes")).isEmptyFile();
    }
}
