// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.admission;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumline.local.store.BuiltIn;
import dev.drumline.local.store.ObjectKey;
import dev.drumline.local.store.ObjectStore;
import dev.drumline.local.store.Part;
import dev.drumline.local.store.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

    private final ObjectStore store = Village.store(new MetadataAdmission().then(new WorkloadAdmission()));

    @ParameterizedTest
    @CsvSource({
        "SUBDOMAIN, a.b-c, true", "SUBDOMAIN, A, false", "SUBDOMAIN, -a, false", "LABEL, a.b, false",
        "SERVICE, 1a, false", "SERVICE, a1, true", "PATH_SEGMENT, 'system:a', true", "PATH_SEGMENT, a/b, false",
    })
    void shouldKnowTheNamesThatKubernetesAllows(Names rule, String name, boolean allowed) {
        assertThat(rule.check(name).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void shouldRefuseAnObjectWithoutName() {
        assertThatThrownBy(() -> store.create(BuiltIn.CONFIG_MAPS, object("metadata: {namespace: default}")))
                .hasMessageContaining("metadata.name: Required value: name or generateName is required");
    }

    @Test
    void shouldRefuseABadLabel() {
        assertThatThrownBy(() -> store.create(
                        BuiltIn.CONFIG_MAPS, object("metadata: {name: a, namespace: default, labels: {a: 'b c'}}")))
                .hasMessageContaining("metadata.labels: Invalid value: \"b c\": a valid label must be");
    }

    @Test
    void shouldRefuseADeploymentThatDoesNotSelectItsOwnPods() {
        assertThatThrownBy(() -> store.create(BuiltIn.DEPLOYMENTS, object(deployment("a", "b"))))
                .hasMessageContaining("`selector` does not match template `labels`");
    }

    @Test
    void shouldKeepASelectorForEver() {
        store.create(BuiltIn.DEPLOYMENTS, object(deployment("a", "a")));

        assertThatThrownBy(() -> store.edit(
                        BuiltIn.DEPLOYMENTS,
                        new ObjectKey("default", "web"),
                        Part.MAIN,
                        stored ->
                                stored.set("spec", object(deployment("b", "b")).get("spec"))))
                .hasMessageContaining("spec.selector: Invalid value: \"object\": field is immutable");
    }

    @Test
    void shouldRefuseAPodWithoutImage() {
        assertThatThrownBy(() -> store.create(
                        BuiltIn.PODS,
                        object("{metadata: {name: p, namespace: default}, spec: {containers: [{name: c}]}}")))
                .hasMessage("Pod \"p\" is invalid: spec.containers[0].image: Required value");
    }

    private static String deployment(String selected, String label) {
        return "{metadata: {name: web, namespace: default}, spec: {selector: {matchLabels: {app: " + selected
                + "}}, template: {metadata: {labels: {app: " + label
                + "}}, spec: {containers: [{name: c, image: i}]}}}}";
    }
}
