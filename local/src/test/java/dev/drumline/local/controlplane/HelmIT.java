// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import dev.drumline.local.api.PodLogs;
import dev.drumline.local.store.BuiltIn;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Helm engine against the village. */
class HelmIT {

    @TempDir
    Path folder;

    @Test
    void shouldInstallUpgradeAndUninstallAChart() throws IOException, URISyntaxException {
        try (ControlPlane plane = ControlPlane.start(0, folder, "a-token", PodLogs.NONE, Clock.systemUTC())) {
            Path kubeconfig = folder.resolve("kubeconfig");
            plane.writeKubeconfig(kubeconfig);
            Helm chart = new Helm(Path.of(HelmIT.class.getResource("tower").toURI()));

            Release installed = chart.install()
                    .withKubeConfig(kubeconfig)
                    .withName("r")
                    .withNamespace("bells")
                    .createNamespace()
                    .waitReady()
                    .call();
            Release upgraded = chart.upgrade()
                    .withKubeConfig(kubeconfig)
                    .withName("r")
                    .withNamespace("bells")
                    .set("tone", "bright")
                    .call();

            assertThat(installed.getStatus()).isEqualTo("deployed");
            assertThat(upgraded.getRevision()).isEqualTo("2");
            assertThat(plane.store()
                            .get(BuiltIn.CONFIG_MAPS, "bells", "r-tower")
                            .at("/data/tone")
                            .asText())
                    .isEqualTo("bright");
            assertThat(plane.store()
                            .get(BuiltIn.DEPLOYMENTS, "bells", "r-tower")
                            .at("/spec/template/spec/containers/0/env/0/value")
                            .asText())
                    .isEqualTo("bright");

            Helm.uninstall("r")
                    .withKubeConfig(kubeconfig)
                    .withNamespace("bells")
                    .call();

            assertThat(plane.store().find(BuiltIn.CONFIG_MAPS, "bells", "r-tower"))
                    .isEmpty();
            assertThat(Helm.list()
                            .withKubeConfig(kubeconfig)
                            .withNamespace("bells")
                            .call())
                    .isEmpty();
        }
    }
}
