// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the kubelet keeps things, and what it gives to pods.
 *
 * @param folder the village's own folder: pods, logs, hosts files and the register of processes are kept in it
 * @param kubeconfig given to pods as KUBECONFIG
 * @param places what {@code ${…}} in images.yaml means on this machine
 * @param village tells the pod addresses of villages on one machine apart: 1 to 254
 */
public record KubeletSettings(Path folder, Path kubeconfig, Map<String, String> places, int village) {

    public Path pods() {
        return folder.resolve("pods");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path hosts() {
        return folder.resolve("hosts");
    }

    public Path processes() {
        return folder.resolve("processes");
    }
}
