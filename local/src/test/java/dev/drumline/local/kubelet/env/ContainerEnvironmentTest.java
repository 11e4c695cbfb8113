// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.kubelet.env;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainerEnvironmentTest {

    private static final ObjectNode POD = object("""
            metadata: {name: beat-1, namespace: default, labels: {app: beat}}
            status: {podIP: 127.1.0.2}
            """);

    private static final ConfigSource SOURCE = new ConfigSource() {
        @Override
        public Optional<ObjectNode> configMap(String namespace, String name) {
            return name.equals("settings") ? Optional.of(object("data: {LEVEL: debug, zone: UTC}")) : Optional.empty();
        }

        @Override
        public Optional<ObjectNode> secret(String namespace, String name) {
            return name.equals("redis") ? Optional.of(object("data: {password: c2VjcmV0}")) : Optional.empty();
        }
    };

    @Test
    void shouldTakeValuesFromEverywhereKubernetesKnows() {
        var env = ContainerEnvironment.of(POD, object("""
                envFrom: [{prefix: SET_, configMapRef: {name: settings}}]
                env:
                - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
                - {name: APP, valueFrom: {fieldRef: {fieldPath: "metadata.labels['app']"}}}
                - {name: PASSWORD, valueFrom: {secretKeyRef: {name: redis, key: password}}}
                - {name: ZONE, valueFrom: {configMapKeyRef: {name: settings, key: zone}}}
                - {name: NONE, valueFrom: {configMapKeyRef: {name: settings, key: x, optional: true}}}
                - {name: URL, value: "redis://:$(PASSWORD)@$(POD_IP)/$$(ZONE)/$(NOWHERE)"}
                """), SOURCE);

        assertThat(env)
                .containsEntry("SET_LEVEL", "debug")
                .containsEntry("POD_IP", "127.1.0.2")
                .containsEntry("APP", "beat")
                .containsEntry("ZONE", "UTC")
                .doesNotContainKey("NONE")
                .containsEntry("URL", "redis://:secret@127.1.0.2/$(ZONE)/$(NOWHERE)");
    }

    @Test
    void shouldSayWhichSecretIsMissing() {
        assertThatThrownBy(() -> ContainerEnvironment.of(
                        POD,
                        object("env: [{name: P, valueFrom: {secretKeyRef: {name: gone, key: password}}}]"),
                        SOURCE))
                .isInstanceOf(MissingConfigException.class)
                .hasMessage("secret \"gone\" not found");
    }

    @Test
    void shouldSayWhichKeyIsMissing() {
        assertThatThrownBy(() -> ContainerEnvironment.of(
                        POD, object("env: [{name: P, valueFrom: {secretKeyRef: {name: redis, key: user}}}]"), SOURCE))
                .hasMessage("couldn't find key user in secret \"redis\"");
    }
}
