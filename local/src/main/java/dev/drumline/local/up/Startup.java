// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumline.local.kubectl.Applier;
import dev.drumline.local.kubectl.Connection;
import dev.drumline.local.kubectl.Manifests;
import dev.drumline.local.kubelet.process.ProcessRegister;
import dev.drumline.local.redis.RedisProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** From nothing to a village with Drumline and its examples in it. */
final class Startup {

    private final VillageFolder folder;
    private final Progress progress;
    private final InstantSource clock;

    Startup(VillageFolder folder, Progress progress, InstantSource clock) {
        this.folder = folder;
        this.progress = progress;
        this.clock = clock;
    }

    /** Ends what a killed village has left, and makes room for a new one. */
    void clear() throws IOException {
        new ProcessRegister(folder.processes())
                .endOrphans()
                .forEach(orphan -> progress.say("Ended what a killed village had left: " + orphan));
        folder.clear();
    }

    RunningVillage village(int port) throws IOException, InterruptedException {
        Path redis = new RedisProgram(folder.tools()).find();
        RunningVillage village = RunningVillage.start(folder, port, redis, new SecureRandom(), clock);
        progress.reached("Kubernetes API at " + village.url() + ", kubeconfig in " + folder.kubeconfig());
        return village;
    }

    /** The operator is started before the examples are there: it needs the longest. */
    void install(List<Path> examples) throws IOException, InterruptedException {
        new Charts(folder).install();
        progress.reached("charts drumline-crds and drumline installed by Helm");
        Applier applier = new Applier(Connection.of(folder.kubeconfig()), "default");
        for (Path example : examples) {
            List<JsonNode> objects = Manifests.read(example);
            for (JsonNode object : objects) {
                applier.apply(object);
            }
            progress.reached(folder.checkout().relativize(example) + " applied: " + objects.size() + " objects");
        }
    }
}
