// SPDX-License-Identifier: Apache-2.0
package dev.drumline.operator.taskbroker;

import dev.drumline.operator.link.BrokerEndpoint;
import dev.drumline.operator.owned.Component;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;

/** What may reach a beat, and what a beat may reach: its port; Redis' port and name resolution. */
final class BeatNetwork {
    private BeatNetwork() {}

    static NetworkPolicy policy(Component beat, BrokerEndpoint endpoint) {
        return new NetworkPolicyBuilder()
                .withMetadata(beat.metadata())
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(beat.selector())
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .addNewIngress()
                .withPorts(port("TCP", 8080))
                .endIngress()
                .addNewEgress()
                .withPorts(
                        endpoint.ports().stream().map(port -> port("TCP", port)).toList())
                .endEgress()
                .addNewEgress()
                .withPorts(port("UDP", 53), port("TCP", 53))
                .endEgress()
                .endSpec()
                .build();
    }

    private static NetworkPolicyPort port(String protocol, int port) {
        return new NetworkPolicyPortBuilder()
                .withProtocol(protocol)
                .withPort(new IntOrString(port))
                .build();
    }
}
