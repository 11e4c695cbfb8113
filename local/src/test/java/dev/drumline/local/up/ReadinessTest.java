// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.up;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Village;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final ObjectStore store = Village.store();

    @Test
    void shouldNotCallAnEmptyVillageReady() {
        assertThat(Readiness.of(store).complete()).isFalse();
    }

    @Test
    void shouldSayHowFarADeploymentIs() {
        store.create(BuiltIn.DEPLOYMENTS, object("{metadata: {name: beat, namespace: default}, spec: {replicas: 2}}"));
        assertThat(Readiness.of(store).waiting()).containsEntry("deployment default/beat", "0 of 2 pods are ready");

        store.edit(BuiltIn.DEPLOYMENTS, new ObjectKey("default", "beat"), Part.STATUS, deployment -> deployment
                .withObjectProperty("status")
                .put("readyReplicas", 2));

        assertThat(Readiness.of(store).complete()).isTrue();
        assertThat(Readiness.of(store).ready()).containsExactly("deployment default/beat");
    }
}
