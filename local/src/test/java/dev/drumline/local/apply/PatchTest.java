// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.apply;

import static dev.drumline.local.store.Village.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1, b: {c: 2}}  | {b: {c: 3, d: 4}} | {a: 1, b: {c: 3, d: 4}}",
                "{a: 1, b: {c: 2}}  | {b: null}         | {a: 1}",
                "{a: [1, 2]}        | {a: [3]}          | {a: [3]}",
                "{a: 1}             | {a: {b: 2}}       | {a: {b: 2}}",
            })
    void shouldMergeAsRfc7386Says(String target, String patch, String expected) {
        assertThat(MergePatch.apply(object(target), object(patch))).isEqualTo(object(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{op: add, path: /b, value: 2}               | {a: [1, 2], b: 2}",
                "{op: add, path: /a/-, value: 3}             | {a: [1, 2, 3]}",
                "{op: add, path: /a/0, value: 0}             | {a: [0, 1, 2]}",
                "{op: remove, path: /a/0}                    | {a: [2]}",
                "{op: replace, path: /a/1, value: 5}         | {a: [1, 5]}",
                "{op: move, from: /a, path: /b}              | {b: [1, 2]}",
                "{op: copy, from: /a/0, path: /b}            | {a: [1, 2], b: 1}",
                "{op: test, path: /a/0, value: 1}            | {a: [1, 2]}",
            })
    void shouldPatchAsRfc6902Says(String operation, String expected) {
        assertThat(patched("{a: [1, 2]}", operation)).isEqualTo(object(expected));
    }

    @Test
    void shouldRefuseAPatchOfWhatIsNotThere() {
        assertThatThrownBy(() -> patched("{a: 1}", "{op: replace, path: /b, value: 1}"))
                .hasMessageContaining("doc is missing path: \"/b\"");
        assertThatThrownBy(() -> patched("{a: 1}", "{op: test, path: /a, value: 2}"))
                .hasMessageContaining("test failed");
    }

    @Test
    void shouldMergeContainersByName() {
        ObjectNode pod = object("{spec: {containers: [{name: a, image: 'a:1'}, {name: b, image: 'b:1'}]}}");

        JsonNode patched = strategic(pod, "{spec: {containers: [{name: b, image: 'b:2'}]}}");

        assertThat(patched)
                .isEqualTo(object("{spec: {containers: [{name: a, image: 'a:1'}, {name: b, image: 'b:2'}]}}"));
    }

    @Test
    void shouldObeyDirectives() {
        ObjectNode pod = object("{spec: {containers: [{name: a}, {name: b}], nodeSelector: {x: y}}}");

        JsonNode patched = strategic(
                pod, "{spec: {containers: [{name: a, $patch: delete}], nodeSelector: {$patch: replace, z: z}}}");

        assertThat(patched).isEqualTo(object("{spec: {containers: [{name: b}], nodeSelector: {z: z}}}"));
    }

    @Test
    void shouldFindAPortByItsNumberAlone() {
        ObjectNode pod = object("{spec: {containers: [{name: a, ports: [{containerPort: 80, protocol: TCP}]}]}}");

        JsonNode patched =
                strategic(pod, "{spec: {containers: [{name: a, ports: [{containerPort: 80, name: http}]}]}}");

        assertThat(patched.at("/spec/containers/0/ports")).hasSize(1);
        assertThat(patched.at("/spec/containers/0/ports/0/name").asText()).isEqualTo("http");
    }

    @Test
    void shouldDeleteFromAListOfWords() {
        ObjectNode pod = object("{metadata: {finalizers: [a/a, b/b]}}");

        JsonNode patched = strategic(pod, "{metadata: {$deleteFromPrimitiveList/finalizers: [a/a]}}");

        assertThat(patched).isEqualTo(object("{metadata: {finalizers: [b/b]}}"));
    }

    private static JsonNode patched(String target, String operation) {
        return JsonPatch.apply(
                object(target), object("{ops: [" + operation + "]}").path("ops"));
    }

    private static JsonNode strategic(ObjectNode target, String patch) {
        return StrategicMergePatch.apply(target, object(patch), BuiltInMergeSchema.ROOT);
    }
}
