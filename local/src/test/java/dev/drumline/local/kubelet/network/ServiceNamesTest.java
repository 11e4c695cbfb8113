// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.network;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceNamesTest {

    private static final ObjectNode REDIS =
            object("{metadata: {name: redis, namespace: default}, spec: {selector: {app: redis}}}");

    @Test
    void shouldNameReadyPodsOnly() {
        List<ObjectNode> pods = List.of(pod("127.1.0.2", "True"), pod("127.1.0.3", "False"));

        assertThat(ServiceNames.lines("default", List.of(REDIS), pods))
                .containsExactly("127.1.0.2 redis redis.default redis.default.svc redis.default.svc.cluster.local");
    }

    @Test
    void shouldKeepTheBareNameToItsNamespace() {
        assertThat(ServiceNames.lines("other", List.of(REDIS), List.of(pod("127.1.0.2", "True"))))
                .containsExactly("127.1.0.2 redis.default redis.default.svc redis.default.svc.cluster.local");
    }

    private static ObjectNode pod(String ip, String ready) {
        return object("""
                metadata: {namespace: default, labels: {app: redis, x: y}}
                status: {podIP: %s, conditions: [{type: Ready, status: "%s"}]}
                """.formatted(ip, ready));
    }
}
