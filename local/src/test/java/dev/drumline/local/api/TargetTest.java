// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumline.local.store.ResourceTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private final ResourceTypes types = new ResourceTypes();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/pods, pods, '', '', ''",
        "/api/v1/namespaces/a/pods, pods, a, '', ''",
        "/api/v1/namespaces/a/pods/b, pods, a, b, ''",
        "/api/v1/namespaces/a/pods/b/log, pods, a, b, log",
        "/api/v1/namespaces, namespaces, '', '', ''",
        "/api/v1/namespaces/a, namespaces, '', a, ''",
        "/api/v1/namespaces/a/status, namespaces, '', a, status",
        "/api/v1/namespaces/a/finalize, namespaces, '', a, finalize",
        "/apis/apps/v1/namespaces/a/deployments/b/scale, deployments, a, b, scale",
        "/apis/rbac.authorization.k8s.io/v1/clusterroles/b, clusterroles, '', b, ''",
    })
    void shouldReadResourcePaths(String path, String plural, String namespace, String name, String subresource) {
        Target target = Target.parse(path, types).orElseThrow();

        assertThat(target.type().plural()).isEqualTo(plural);
        assertThat(target)
                .extracting(Target::namespace, Target::name, Target::subresource)
                .containsExactly(namespace, name, subresource);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/v1", "/apis/apps/v1", "/version", "/api/v1/things", "/apis/x/v1/pods"})
    void shouldLeaveOtherPathsToOthers(String path) {
        assertThat(Target.parse(path, types)).isEmpty();
    }
}
