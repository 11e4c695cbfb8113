// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.controlplane.ControlPlane;
import dev.drumline.local.kubelet.Kubelet;
import dev.drumline.local.kubelet.KubeletLogs;
import dev.drumline.local.kubelet.KubeletSettings;
import dev.drumline.local.store.ObjectStore;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/** An API server and a kubelet, empty at first. */
final class RunningVillage implements AutoCloseable {

    /** A worker that is busy with something long is not waited for when the village goes. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int TOKEN_BYTES = 24;

    private final ControlPlane controlPlane;
    private final Kubelet kubelet;

    private RunningVillage(ControlPlane controlPlane, Kubelet kubelet) {
        this.controlPlane = controlPlane;
        this.kubelet = kubelet;
    }

    /**
     * @param port of the API; 0 for a free one
     * @param redis the program of the image {@code redis}
     */
    static RunningVillage start(VillageFolder folder, int port, Path redis, RandomGenerator random, InstantSource clock)
            throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        ControlPlane controlPlane;
        try {
            controlPlane = ControlPlane.start(
                    port, folder.path(), HexFormat.of().formatHex(token), new KubeletLogs(folder.logs()), clock);
        } catch (BindException e) {
            throw new RefusedException(
                    "port " + port + " is in use; choose another with --port, or leave --port out for a free one", e);
        }
        controlPlane.writeKubeconfig(folder.kubeconfig());
        Kubelet kubelet = new Kubelet(controlPlane.store(), settings(folder, redis), clock);
        kubelet.start();
        return new RunningVillage(controlPlane, kubelet);
    }

    ObjectStore store() {
        return controlPlane.store();
    }

    String url() {
        return controlPlane.url();
    }

    /** The operator first, so that it heals nothing; Redis last, so that workers can hand back what they hold. */
    @Override
    public void close() throws InterruptedException {
        kubelet.stop(pod -> runs(pod, "drumline/operator"), GRACE);
        kubelet.stop(pod -> !runs(pod, "redis"), GRACE);
        kubelet.stop(pod -> true, GRACE);
        kubelet.close();
        controlPlane.close();
    }

    private static boolean runs(JsonNode pod, String image) {
        return pod.at("/spec/containers/0/image").asText().startsWith(image);
    }

    private static KubeletSettings settings(VillageFolder folder, Path redis) throws RefusedException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Map<String, String> places = Map.of(
                "checkout", folder.checkout().toString(),
                "jdk", jdk.toString(),
                "java", jdk.resolve("bin/java").toString(),
                "agent", folder.agent().toString(),
                "redis", redis.toString());
        // Pod addresses 127.<2 to 253>.x.y: two checkouts on one machine hardly ever meet.
        int village = 2 + Math.floorMod(folder.checkout().hashCode(), 252);
        return new KubeletSettings(folder.path(), folder.kubeconfig(), places, village);
    }
}
